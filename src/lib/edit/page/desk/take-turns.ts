/**
 * Lets one of all tabs that edit a story write. Uses the browser's Web Locks or, where these are missing (plain http), a lease in
 * the shared storage (turn.ts). Without storage there is no shared draft that could be overwritten. Knows no desk.
 */
import { freshId } from './draft.js';
import { leaseText, parseLease, Turn } from './turn.js';

export interface Turns {
  /** Checks whether it is this tab's turn; called before each write. */
  readonly mine: () => boolean;
  readonly end: () => void;
}

/** In ms: time between two looks at the lease, and until a claim is certain. */
const rhythm = { look: 1000, sure: 150 };

/**
 * @param key name of the lock or lease
 * @param onturn called when this tab's turn begins or ends
 * @returns a promise that resolves when it is known whether it is this tab's turn
 */
export async function takeTurns(key: string, onturn: (mine: boolean) => void): Promise<Turns> {
  if ('locks' in navigator) {
    try {
      return await byLocks(key, onturn);
    } catch {
      // The browser has Web Locks but refuses them to this page: use a lease.
    }
  }
  return byLease(key, onturn);
}

function byLocks(key: string, onturn: (mine: boolean) => void): Promise<Turns> {
  return new Promise((begun, failed) => {
    let holding = false;
    let letGo = () => {};
    const turns: Turns = { mine: () => holding, end: () => letGo() };
    const hold = () => {
      holding = true;
      onturn(true);
      begun(turns);
      return new Promise<void>((resolve) => (letGo = resolve));
    };
    const orWait = (lock: Lock | null) => {
      if (lock) return hold();
      onturn(false);
      begun(turns);
      navigator.locks.request(key, hold).catch(() => undefined);
      return undefined;
    };
    navigator.locks.request(key, { ifAvailable: true }, orWait).catch(failed);
  });
}

async function byLease(key: string, onturn: (mine: boolean) => void): Promise<Turns> {
  const name = `${key} turn`;
  const question = `${key} turn?`;
  const turn = new Turn(freshId());
  let told: boolean | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    try {
      const next = turn.look(parseLease(localStorage.getItem(name)));
      if (next) localStorage.setItem(name, leaseText(next));
      // The writer may be a background tab with slowed timers: the question wakes it.
      if (turn.doubtful) {
        localStorage.setItem(question, turn.me);
        localStorage.removeItem(question);
      }
    } catch {
      turn.standing = 'writing';
    }
    if (turn.standing === 'asking') {
      clearTimeout(soon);
      soon = setTimeout(look, rhythm.sure);
    } else if (told !== (turn.standing === 'writing')) {
      told = turn.standing === 'writing';
      onturn(told);
    }
  }

  /** Gives up the lease, so that the next tab need not wait. */
  function release(): void {
    try {
      if (parseLease(localStorage.getItem(name))?.owner === turn.me) localStorage.removeItem(name);
    } catch {
      return;
    }
  }

  const onStorage = ({ key: changed }: StorageEvent): void => {
    if (changed === question ? turn.standing === 'writing' : changed === name || changed === null) look();
  };
  // A page restored from the back/forward cache has missed what others have done meanwhile.
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) location.reload();
  };
  window.addEventListener('storage', onStorage);
  window.addEventListener('pagehide', release);
  window.addEventListener('pageshow', onShow);
  const clock = setInterval(look, rhythm.look);
  look();
  while (told === undefined) await new Promise((resolve) => setTimeout(resolve, rhythm.sure));
  return {
    mine() {
      if (turn.standing === 'writing') look();
      return turn.standing === 'writing';
    },
    end() {
      clearInterval(clock);
      clearTimeout(soon);
      window.removeEventListener('storage', onStorage);
      window.removeEventListener('pagehide', release);
      window.removeEventListener('pageshow', onShow);
      release();
    },
  };
}
