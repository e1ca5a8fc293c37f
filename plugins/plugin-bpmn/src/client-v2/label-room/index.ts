/** A little more than the letters of our labels take on average. */
const LETTER_IN_PX = 7;
/** What bpmn-js leaves free at both sides together. */
const EDGE_IN_PX = 8;

export interface Span {
  readonly x: number;
  readonly width: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const middleOf = ({ x, width }: Span): number => x + width / 2;

const widthOfLongestWord = (name: string) =>
  Math.ceil(Math.max(...name.split(/\s+/).map(({ length }) => length)) * LETTER_IN_PX) + EDGE_IN_PX;

/** Labels are as wide as the names they were drawn for: room for the longest word of another name, on the side away from what it stands beside. */
export function roomFor(name: string, span: Span, anchor: number): Span {
  const width = widthOfLongestWord(name);
  if (span.width >= width) return span;
  const more = width - span.width;
  if (span.x >= anchor) return { x: span.x, width };
  if (span.x + span.width <= anchor) return { x: span.x - more, width };
  // above or below: on both sides
  return { x: span.x - more / 2, width };
}

/** What the label of a flow stands beside: the piece of it that runs down there, or the label's own middle. */
export function besideFlow(points: readonly Point[], middle: Point): number {
  const downward = points.flatMap((from, index) => {
    const to = points[index + 1];
    const isBeside = to?.x === from.x && Math.min(from.y, to.y) <= middle.y && middle.y <= Math.max(from.y, to.y);
    return isBeside ? [from.x] : [];
  });
  const near = downward.sort((one, other) => Math.abs(one - middle.x) - Math.abs(other - middle.x));
  return near[0] ?? middle.x;
}
