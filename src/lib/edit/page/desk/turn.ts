/**
 * Whose turn it is to write, where the browser has no locks (plain http): who writes says so again and again in the shared storage;
 * who waits counts how often it has looked without hearing anything new, and takes over. Nobody compares clocks: a sleep or a change
 * of the time makes nobody seem dead. Pure: what stands in the storage in, what is to stand there out.
 */

/** What stands in the storage: who writes, and how often it has said so. */
export interface Lease {
  readonly owner: string;
  readonly beat: number;
}

/** This tab: not known yet whether another one writes; writing itself; waiting for the one that writes. */
export type Standing = 'asking' | 'writing' | 'waiting';

export class Turn {
  standing: Standing = 'asking';
  #beat = 0;
  #seen: Lease | undefined;
  #silent = 0;

  /**
   * @param me nobody else's name
   * @param patience how many looks without news the writer is waited for
   */
  constructor(
    readonly me: string,
    readonly patience = 4,
  ) {}

  /** Whether the writer has been silent: asked now, it can still answer. */
  get doubtful(): boolean {
    return this.standing === 'waiting' && this.#silent > 0;
  }

  /** One look at what stands in the storage. @returns what has to be stored; nothing where all stays as it is */
  look(stored: Lease | undefined): Lease | undefined {
    if (!stored) return this.standing === 'writing' ? this.#say() : this.#claim();
    if (stored.owner === this.me) {
      // A claim that still stands at the next look is nobody else's.
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

/** What stands in a storage under the turn's name, if it is a lease at all. */
export function parseLease(text: string | null): Lease | undefined {
  const [, owner, beat] = /^(\w+) (\d{1,15})$/.exec(text ?? '') ?? [];
  return owner === undefined ? undefined : { owner, beat: Number(beat) };
}

export const leaseText = ({ owner, beat }: Lease): string => `${owner} ${beat}`;
