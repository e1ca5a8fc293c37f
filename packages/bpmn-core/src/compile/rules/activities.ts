import { elementsOf, type ActivityFacet, type Element, type Loop } from '../../graph';
import type { Checker } from '../check';

export function checkActivity(element: Element, check: Checker): void {
  const { activity } = element;
  if (!activity) return;
  if (activity.loop) checkLoop(element, activity.loop, check);
  checkMappings(element, activity, check);
  checkHandler(element, activity, check);
  const key = element.task?.message?.correlationKey;
  if (key != null) check.text(element, 'correlationKey', key);
  if (element.task?.message) check.text(element, 'message', element.task.message.name);
  if (element.task?.calledElement != null) check.text(element, 'calledElement', element.task.calledElement);
  const condition = element.scope?.adHoc?.completionCondition;
  if (condition != null) check.expression(element, 'completionCondition', condition);
}

export function isCompensableElement(element: Element): boolean {
  return element.activity?.compensationHandlerId != null || element.scope?.isCompensable === true;
}

function checkLoop(element: Element, loop: Loop, check: Checker): void {
  if (loop.kind === 'standard') {
    if (loop.condition === null && loop.maximum === null) check.error('loopEndless', element);
    if (loop.condition !== null) check.expression(element, 'loopCondition', loop.condition);
    return;
  }
  if (loop.cardinality === null && loop.collection === null) check.error('multiInstanceWithoutCount', element);
  if (loop.cardinality !== null) check.expression(element, 'loopCardinality', loop.cardinality);
  if (loop.collection !== null) check.expression(element, 'collection', loop.collection);
  if (loop.completionCondition !== null) check.expression(element, 'completionCondition', loop.completionCondition);
}

export function checkMappings(
  element: Element,
  { inputs, outputs }: Pick<ActivityFacet, 'inputs' | 'outputs'>,
  check: Checker,
): void {
  for (const { source, target } of [...inputs, ...outputs]) {
    if (source === '' || target === '') check.error('mappingIncomplete', element, { source, target });
    else check.expression(element, `mapping:${target}`, source);
  }
}

function checkHandler(element: Element, { isForCompensation, compensationHandlerId }: ActivityFacet, check: Checker): void {
  if (compensationHandlerId !== null) {
    const [handler] = elementsOf(check.graph, [compensationHandlerId]);
    if (!handler?.activity?.isForCompensation) check.error('compensationHandlerMissing', element);
  }
  if (!isForCompensation) return;
  if (element.incoming.length + element.outgoing.length > 0) check.error('compensationHandlerConnected', element);
  if (!check.handlerIds.has(element.id)) check.warning('compensationHandlerUnused', element);
}
