import type { AssigneeKind } from '../types';

/** A kind that only points at keys of other kinds: it has no groups of its own. */
export function pointingKind(definition: Pick<AssigneeKind, 'kind' | 'isFormula' | 'groupKeysFor'>): AssigneeKind {
  return {
    ...definition,
    prefixes: [],
    membersOf: async () => new Map(),
    groupKeysOf: async () => [],
    labelsOf: async () => new Map(),
  };
}
