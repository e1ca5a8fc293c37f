import { isSame } from '../json';

/**
 * The order of what is there after a merge: as it is here, or as the pack has it where only the pack changed the order; what only the
 * other side has comes behind what it comes behind there.
 */
export function mergedOrder(
  sides: { readonly base: readonly string[]; readonly here: readonly string[]; readonly pack: readonly string[] },
  isThere: (key: string) => boolean,
): string[] {
  const [leading, following] = isHereUnmoved(sides) ? [sides.pack, sides.here] : [sides.here, sides.pack];
  const order = leading.filter(isThere);
  following.forEach((key, index) => {
    if (!isThere(key) || order.includes(key)) return;
    const before = following.slice(0, index).findLast((earlier) => order.includes(earlier));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return order;
}

/** Looked at among those that are on both sides. */
function isHereUnmoved({ base, here }: { readonly base: readonly string[]; readonly here: readonly string[] }): boolean {
  return isSame(
    base.filter((key) => here.includes(key)),
    here.filter((key) => base.includes(key)),
  );
}
