import { descendants, type FormNode } from '../../common/form';

/** Where a stored node hangs: a copy hangs elsewhere. */
const PLACE_KEYS = new Set(['parentId', 'parent', 'subKey', 'subType']);

/**
 * The tree of a form as the form of another task. Uids are new wherever they stand, also in the layout, so that the two forms share nothing.
 * @param newUid makes one for what was added in the designer; what the root gave its name to is named after the new root
 */
export function copiedTree(tree: FormNode, { to, newUid }: { to: string; newUid: () => string }): FormNode {
  const uids = new Map(
    descendants(tree).map(({ uid }) => [uid, uid.startsWith(tree.uid) ? `${to}${uid.slice(tree.uid.length)}` : newUid()]),
  );
  return renamed(tree, uids) as FormNode; // the same shape with other uids
}

function renamed(value: unknown, uids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return uids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, uids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !PLACE_KEYS.has(key))
      .map(([key, inner]) => [uids.get(key) ?? key, renamed(inner, uids)]),
  );
}
