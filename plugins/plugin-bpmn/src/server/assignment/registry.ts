import { perDatabase } from '../runtime/per-database';
import { BUILT_IN_KINDS } from './kinds';
import { prefixOf } from './keys';
import type { AssigneeKind, GroupKey } from './types';

export class AssigneeKinds {
  private readonly byKind = new Map<string, AssigneeKind>();
  private readonly byPrefix = new Map<string, AssigneeKind>();

  /**
   * Adds a kind; the same one again changes nothing (an application that reloads loads its plugins again). Throws when its
   * name or one of its prefixes is taken: two plugins would answer for the same keys.
   */
  register(kind: AssigneeKind): void {
    if (this.byKind.get(kind.kind) === kind) return;
    const taken = [kind.kind].filter((name) => this.byKind.has(name));
    const takenPrefixes = kind.prefixes.filter((prefix) => this.byPrefix.has(prefix));
    if (taken.length + takenPrefixes.length > 0) throw new Error(`assignee kind ${kind.kind} is registered already`);
    this.byKind.set(kind.kind, kind);
    kind.prefixes.forEach((prefix) => this.byPrefix.set(prefix, kind));
  }

  get(kind: string): AssigneeKind | undefined {
    return this.byKind.get(kind);
  }

  all(): readonly AssigneeKind[] {
    return [...this.byKind.values()];
  }

  /** Keys by the kind that answers for them; keys of kinds that are gone are left out. */
  groupByKind(groupKeys: readonly GroupKey[]): ReadonlyMap<AssigneeKind, readonly GroupKey[]> {
    const groups = new Map<AssigneeKind, GroupKey[]>();
    for (const key of new Set(groupKeys)) {
      const kind = this.byPrefix.get(prefixOf(key));
      if (kind) groups.set(kind, [...(groups.get(kind) ?? []), key]);
    }
    return groups;
  }
}

/** @example assigneeKinds(app.db).register(post) // in the load() of a plugin */
export const assigneeKinds = perDatabase(() => {
  const kinds = new AssigneeKinds();
  BUILT_IN_KINDS.forEach((kind) => kinds.register(kind));
  return kinds;
});
