import { type Box, isConnection, type Shape } from './services';

/**
 * Everything that can be chosen below an element, in the order in which the process is told: from where it begins along its flows, each flow
 * before what it leads to, what stands further left or higher first; what is inside an element or on its edge comes right after it.
 */
export function readingOrder(root: Shape): readonly Shape[] {
  const found = new Set<Shape>();
  const waiting = [...inside(root)].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...after(next).reverse());
  }
  return [...found];
}

/** Pools and lanes, where the process begins, the rest of it, and what is only drawn beside it. */
function rankOf({ type, incoming = [] }: Shape): number {
  if (type === 'bpmn:Participant' || type === 'bpmn:Lane') return 0;
  if (/Annotation$|Group$|Reference$/.test(type)) return 3;
  return incoming.length === 0 ? 1 : 2;
}

function inside({ children = [] }: Shape): Shape[] {
  const shapes = children.filter((one) => !isConnection(one) && !one.labelTarget && !one.host);
  return shapes.sort((a, b) => rankOf(a) - rankOf(b) || byPlace(a, b));
}

function after(element: Shape): Shape[] {
  if (isConnection(element)) return element.target ? [element.target] : [];
  const { attachers = [], outgoing = [] } = element;
  const flows = [...outgoing].sort((a, b) => (a.target && b.target ? byPlace(a.target, b.target) : 0));
  return [...[...attachers].sort(byPlace), ...inside(element), ...flows];
}

type Place = Partial<Pick<Box, 'x' | 'y'>>;
const byPlace = (a: Place, b: Place): number => (a.x ?? 0) - (b.x ?? 0) || (a.y ?? 0) - (b.y ?? 0);
