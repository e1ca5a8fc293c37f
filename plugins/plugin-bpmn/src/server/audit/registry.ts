import { perDatabase } from '../runtime/per-database';
import type { Invariant } from './types';

class Invariants {
  private readonly byName = new Map<string, Invariant>();

  /** A plugin's `beforeLoad` may run again when the application reloads: then the newer one holds. */
  register(...invariants: readonly Invariant[]): void {
    for (const invariant of invariants) this.byName.set(invariant.name, invariant);
  }

  all(): readonly Invariant[] {
    return [...this.byName.values()];
  }
}

/** What must hold in the database of one application; each plugin adds what must hold for its own tables. */
export const invariantsOf = perDatabase(() => new Invariants());
