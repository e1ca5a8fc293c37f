import type { Box, Point } from './services';

/** What stays free between what stands in something and its edge. */
const INSIDE_PX = 20;
const LEAST_PX = { width: 100, height: 80 };

/** A box that grows or shrinks at its right and lower edge; nothing where it would be too small or leave out something that stands in it. */
export function resizedBy(box: Box, by: Point, inside: readonly Box[]): Box | undefined {
  const wanted = { ...box, width: box.width + by.x, height: box.height + by.y };
  const needed = inside.reduce(
    (least, one) => ({
      width: Math.max(least.width, one.x + one.width + INSIDE_PX - box.x),
      height: Math.max(least.height, one.y + one.height + INSIDE_PX - box.y),
    }),
    LEAST_PX,
  );
  const isTooNarrow = by.x < 0 && wanted.width < needed.width;
  const isTooLow = by.y < 0 && wanted.height < needed.height;
  return isTooNarrow || isTooLow ? undefined : wanted;
}
