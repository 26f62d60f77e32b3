/**
 * Decides which tab may write, in browsers without Web Locks (plain http). The writer renews its lease in the shared storage at
 * intervals. A waiting tab counts its looks without a renewal and takes over after a few. No clocks are compared, so sleep or a
 * change of the time makes no tab seem dead. Pure: takes the stored lease, returns the lease to store.
 */

/** The stored lease: who writes, and how many times it has been renewed. */
export interface Lease {
  readonly owner: string;
  readonly beat: number;
}

/** This tab's state: finding out whether another tab writes; writing; waiting for the writer. */
export type Standing = 'asking' | 'writing' | 'waiting';

export class Turn {
  standing: Standing = 'asking';
  #beat = 0;
  #seen: Lease | undefined;
  #silent = 0;

  /**
   * @param me an id that no other tab has
   * @param patience number of looks without a renewal before taking over
   */
  constructor(
    readonly me: string,
    readonly patience = 4,
  ) {}

  /** Whether the writer has missed a renewal, so that it should be asked whether it is still there. */
  get doubtful(): boolean {
    return this.standing === 'waiting' && this.#silent > 0;
  }

  /** Looks at the stored lease once. @returns the lease to store; undefined if it stays as it is */
  look(stored: Lease | undefined): Lease | undefined {
    if (!stored) return this.standing === 'writing' ? this.#say() : this.#claim();
    if (stored.owner === this.me) {
      // A claim that is still there at the next look has not been contested.
      this.standing = 'writing';
      return this.#say();
    }
    const news = stored.owner !== this.#seen?.owner || stored.beat !== this.#seen.beat;
    this.#silent = news ? 0 : this.#silent + 1;
    this.#seen = stored;
    this.standing = 'waiting';
    return this.#silent >= this.patience ? this.#claim() : undefined;
  }

  #claim(): Lease {
    this.standing = 'asking';
    this.#silent = 0;
    return this.#say();
  }

  #say(): Lease {
    this.#beat += 1;
    return { owner: this.me, beat: this.#beat };
  }
}

/** Parses a stored lease; undefined if the text is not one. */
export function parseLease(text: string | null): Lease | undefined {
  const [, owner, beat] = /^(\w+) (\d{1,15})$/.exec(text ?? '') ?? [];
  return owner === undefined ? undefined : { owner, beat: Number(beat) };
}

export const leaseText = ({ owner, beat }: Lease): string => `${owner} ${beat}`;
