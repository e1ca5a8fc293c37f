import { perDatabase } from './per-database';
import type { Tx } from './tx';

/** What one commit changed in an instance, for those who keep figures about it or wait for its end. */
export interface CaseChange {
  readonly instanceId: string;
  /** Tokens whose work began, changed hands or ended. */
  readonly tokenIds: readonly string[];
  /** Who held a task before it changed hands. */
  readonly formerHolderIds: readonly number[];
  readonly hasEnded: boolean;
}

type Listener = (change: CaseChange) => void;

class CaseChanges {
  private readonly listeners = new Set<Listener>();

  /** A listener only takes note: it neither waits nor throws. What it missed when a process dies it must find by itself. */
  listen(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** Tells of a change once it is committed. */
  tell({ transaction }: Tx, change: CaseChange): void {
    transaction.afterCommit(() => this.listeners.forEach((listener) => listener(change)));
  }
}

export const caseChangesOf = perDatabase(() => new CaseChanges());
