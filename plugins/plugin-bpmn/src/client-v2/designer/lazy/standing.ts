import type { Standing } from '../contract';
import { readingOrder } from './reading-order';
import { isConnection, nameOf, type Shape } from './services';

/** Where somebody stands in a drawing, for those who do not see it. */
export function standingOf(root: Shape, chosen: readonly Shape[]): Standing {
  const order = readingOrder(root);
  const total = order.length;
  const [only, ...more] = chosen;
  if (!only) return { kind: 'none', total };
  if (more.length > 0) return { kind: 'several', count: chosen.length };
  const shape = only.labelTarget ?? only;
  const at = order.indexOf(shape) + 1;
  if (isConnection(shape)) {
    const { source, target } = shape;
    return { kind: 'flow', name: nameOf(shape), from: source ? nameOf(source) : '', to: target ? nameOf(target) : '', at, total };
  }
  const to = (shape.outgoing ?? []).flatMap(({ target }) => (target ? [nameOf(target)] : []));
  return { kind: 'element', type: typeOf(shape), name: nameOf(shape), to, at, total };
}

/** `bpmn:UserTask`: `userTask` */
const typeOf = ({ type }: Shape): string => type.replace(/^bpmn:(.)/, (_whole, first: string) => first.toLowerCase());
