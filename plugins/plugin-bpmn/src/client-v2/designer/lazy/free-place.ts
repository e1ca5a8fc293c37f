import type { Box, Point } from './services';

/** What stays free around something that is put down without a pointer. */
const GAP_PX = 40;
const MOST_ROWS = 12;

/** The place nearest below, then to the right of the wanted one, at which a shape of this size covers none of these. All places are middles. */
export function freePlace(wanted: Point, { width, height }: Pick<Box, 'width' | 'height'>, taken: readonly Box[]): Point {
  for (let column = 0; ; column += 1) {
    for (let row = 0; row < MOST_ROWS; row += 1) {
      const place = { x: wanted.x + column * (width + GAP_PX), y: wanted.y + row * (height + GAP_PX) };
      const isFree = taken.every(
        (box) =>
          Math.abs(box.x + box.width / 2 - place.x) >= (box.width + width) / 2 ||
          Math.abs(box.y + box.height / 2 - place.y) >= (box.height + height) / 2,
      );
      if (isFree) return place;
    }
  }
}
