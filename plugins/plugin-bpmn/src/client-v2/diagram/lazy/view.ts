export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Box extends Point, Size {}

/** Below this the names of elements cannot be read; with the sizes of letters of the renderer it gives ten pixels and more. */
export const READABLE = 0.72;
/** Paper left free around the drawing. */
const EDGE = 12;
/** What is to be seen around an element that is shown to somebody, as far as the drawing goes. */
const SURROUNDINGS = 60;
const ROUNDING = 1;

export const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Whether a drawing can be read when a window shows all of it. */
export const isReadableAsWhole = (drawing: Size, window: Size): boolean =>
  Math.min(window.width / drawing.width, window.height / drawing.height) >= READABLE;

/** Whether somebody who sees this part of the drawing sees the element, with what is around it. */
export function isInSight(element: Box, seen: Box, drawing: Box): boolean {
  const [inner, paper, sight] = [cornersOf(element), cornersOf(drawing), cornersOf(seen)];
  return (
    Math.max(inner.left - SURROUNDINGS, paper.left + ROUNDING) >= sight.left &&
    Math.max(inner.top - SURROUNDINGS, paper.top + ROUNDING) >= sight.top &&
    Math.min(inner.right + SURROUNDINGS, paper.right - ROUNDING) <= sight.right &&
    Math.min(inner.bottom + SURROUNDINGS, paper.bottom - ROUNDING) <= sight.bottom
  );
}

const cornersOf = ({ x, y, width, height }: Box) => ({ left: x, top: y, right: x + width, bottom: y + height });

/** The room that a line takes. */
export function boundsOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** What a window shows at a zoom with this point in its middle; it moves away from there rather than show paper beside the drawing. */
export function viewAround(middle: Point, zoom: number, drawing: Box, window: Size): Box {
  const [width, height] = [window.width / zoom, window.height / zoom];
  return {
    x: beginning(middle.x, width, drawing.x, drawing.width),
    y: beginning(middle.y, height, drawing.y, drawing.height),
    width,
    height,
  };
}

function beginning(middle: number, seen: number, from: number, length: number): number {
  const [first, last] = [from - EDGE, from + length + EDGE - seen];
  return first >= last ? (first + last) / 2 : Math.min(Math.max(middle - seen / 2, first), last);
}
