import { besideFlow, middleOf, roomFor, type Span } from '../label-room';

const DIAGRAM = 'http://www.omg.org/spec/BPMN/20100524/DI';
const SHAPES = 'http://www.omg.org/spec/DD/20100524/DC';
const LINES = 'http://www.omg.org/spec/DD/20100524/DI';

const numberOf = (element: Element, name: string) => Number(element.getAttribute(name));
const spanOf = (bounds: Element): Span => ({ x: numberOf(bounds, 'x'), width: numberOf(bounds, 'width') });

/** Labels are as wide as the names they were drawn for: gives each room for the longest word of its new name. */
export function makeRoom(document: Document, names: ReadonlyMap<string, string>): void {
  for (const label of document.getElementsByTagNameNS(DIAGRAM, 'BPMNLabel')) {
    const owner = label.parentElement;
    const name = names.get(owner?.getAttribute('bpmnElement') ?? '');
    const bounds = label.getElementsByTagNameNS(SHAPES, 'Bounds')[0];
    if (!owner || name === undefined || !bounds) continue;
    const { x, width } = roomFor(name, spanOf(bounds), beside(owner, bounds));
    bounds.setAttribute('x', String(x));
    bounds.setAttribute('width', String(width));
  }
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
  return besideFlow(points, middle);
}
