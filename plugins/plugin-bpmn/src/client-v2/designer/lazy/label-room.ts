import type { ModdleElement } from '@wuxin/bpmn-core';
import { besideFlow, middleOf, roomFor, type Span } from '../../label-room';
import { elementAt, elementsIn } from '../settings';

interface Bounds extends ModdleElement {
  set(name: string, value: unknown): void;
}

const numberOf = (element: ModdleElement, name: string) => Number(element.get(name));
const spanOf = (bounds: ModdleElement): Span => ({ x: numberOf(bounds, 'x'), width: numberOf(bounds, 'width') });
const put = (bounds: Bounds, { x, width }: Span) => {
  bounds.set('x', x);
  bounds.set('width', width);
};

/** Labels that were made wider for names in another language. */
export class LabelRoom {
  private readonly made = new Map<Bounds, { readonly before: Span; readonly after: Span }>();

  /** Gives the label of a place in a drawing room for a name that is not the one it was drawn for. */
  make(place: ModdleElement, name: string): void {
    const label = elementAt(place, 'label');
    const bounds = label && (elementAt(label, 'bounds') as Bounds | undefined); // what moddle makes
    if (!bounds) return;
    const before = spanOf(bounds);
    const after = roomFor(name, before, beside(place, bounds));
    if (after === before) return;
    this.made.set(bounds, { before, after });
    put(bounds, after);
  }

  /** Puts back what nobody has moved since. */
  putBack(): void {
    for (const [bounds, { before, after }] of this.made) {
      const now = spanOf(bounds);
      if (now.x === after.x && now.width === after.width) put(bounds, before);
    }
    this.made.clear();
  }
}

/** Where the drawing is that a label belongs to: the middle of a shape, or the piece of a flow that runs down beside it. */
function beside(place: ModdleElement, label: ModdleElement): number {
  const own = elementAt(place, 'bounds');
  if (own) return middleOf(spanOf(own));
  const points = elementsIn(place, 'waypoint').map((point) => ({ x: numberOf(point, 'x'), y: numberOf(point, 'y') }));
  return besideFlow(points, { x: middleOf(spanOf(label)), y: numberOf(label, 'y') + numberOf(label, 'height') / 2 });
}
