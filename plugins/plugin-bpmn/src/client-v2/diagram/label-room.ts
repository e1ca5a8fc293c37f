const DIAGRAM = 'http://www.omg.org/spec/BPMN/20100524/DI';
const SHAPES = 'http://www.omg.org/spec/DD/20100524/DC';
const LINES = 'http://www.omg.org/spec/DD/20100524/DI';

/** A little more than the letters of our labels take on average. */
const LETTER_IN_PX = 7;
/** What bpmn-js leaves free at both sides together. */
const EDGE_IN_PX = 8;

interface Span {
  readonly x: number;
  readonly width: number;
}

const numberOf = (element: Element, name: string) => Number(element.getAttribute(name));
const spanOf = (bounds: Element): Span => ({ x: numberOf(bounds, 'x'), width: numberOf(bounds, 'width') });
const middleOf = ({ x, width }: Span) => x + width / 2;

/** Labels are as wide as the names they were drawn for: gives each room for the longest word of its new name. */
export function makeRoom(document: Document, names: ReadonlyMap<string, string>): void {
  for (const label of document.getElementsByTagNameNS(DIAGRAM, 'BPMNLabel')) {
    const owner = label.parentElement;
    const name = names.get(owner?.getAttribute('bpmnElement') ?? '');
    const bounds = label.getElementsByTagNameNS(SHAPES, 'Bounds')[0];
    if (!owner || name === undefined || !bounds) continue;
    const { x, width } = widened(spanOf(bounds), widthOfLongestWord(name), beside(owner, bounds));
    bounds.setAttribute('x', String(x));
    bounds.setAttribute('width', String(width));
  }
}

const widthOfLongestWord = (name: string) =>
  Math.ceil(Math.max(...name.split(/\s+/).map(({ length }) => length)) * LETTER_IN_PX) + EDGE_IN_PX;

/** Wider on the side away from what it stands beside; on both sides when it stands above or below. */
function widened(span: Span, width: number, anchor: number): Span {
  if (span.width >= width) return span;
  const more = width - span.width;
  if (span.x >= anchor) return { x: span.x, width };
  if (span.x + span.width <= anchor) return { x: span.x - more, width };
  return { x: span.x - more / 2, width };
}

/** Where the drawing is that a label belongs to: the middle of a shape, or the piece of a flow that runs down beside it. */
function beside(owner: Element, label: Element): number {
  const own = [...owner.children].find(({ namespaceURI, localName }) => namespaceURI === SHAPES && localName === 'Bounds');
  if (own) return middleOf(spanOf(own));
  const middle = { x: middleOf(spanOf(label)), y: numberOf(label, 'y') + numberOf(label, 'height') / 2 };
  const points = [...owner.getElementsByTagNameNS(LINES, 'waypoint')].map((point) => ({
    x: numberOf(point, 'x'),
    y: numberOf(point, 'y'),
  }));
  const downward = points.flatMap((from, index) => {
    const to = points[index + 1];
    const isBeside = to?.x === from.x && Math.min(from.y, to.y) <= middle.y && middle.y <= Math.max(from.y, to.y);
    return isBeside ? [from.x] : [];
  });
  const near = downward.sort((one, other) => Math.abs(one - middle.x) - Math.abs(other - middle.x));
  return near[0] ?? middle.x;
}
