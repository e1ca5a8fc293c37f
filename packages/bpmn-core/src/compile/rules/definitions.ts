import { findElement, type Element, type EventDefinition, type TimerDefinition } from '../../graph';
import { schedule } from '../../time';
import type { Checker } from '../check';
import { checkMappings, isCompensableElement } from './activities';

/** What every event definition needs, wherever it stands. */
export function checkDefinitions(element: Element, check: Checker): void {
  if (!element.event) return;
  checkMappings(element, element.event, check);
  for (const definition of element.event.definitions) checkDefinition(element, definition, check);
}

function checkDefinition(element: Element, definition: EventDefinition, check: Checker): void {
  switch (definition.kind) {
    case 'timer':
      return checkTimer(element, definition, check);
    case 'message':
      if (definition.name === '') check.error('messageMissing', element);
      else check.text(element, 'message', definition.name);
      if (definition.correlationKey !== null) check.text(element, 'correlationKey', definition.correlationKey);
      return;
    case 'signal':
      if (definition.name === '') check.error('signalMissing', element);
      else check.text(element, 'signal', definition.name);
      return;
    case 'condition':
      if (definition.expression === '') check.error('eventConditionMissing', element);
      else check.expression(element, 'condition', definition.expression);
      return;
    case 'error':
    case 'escalation':
      if (definition.code === null && isThrown(element)) check.error('codeMissing', element, { definition: definition.kind });
      return;
    case 'compensation':
      return checkCompensationTarget(element, definition.activityId, check);
    case 'link':
      if (definition.name === '') check.error('linkNameMissing', element);
      return;
    case 'cancel':
    case 'terminate':
      return;
  }
}

function checkTimer(element: Element, { timer, value }: TimerDefinition, check: Checker): void {
  if (value === '') return check.error('timerMissing', element);
  if (value.startsWith('=') || value.startsWith('${')) return check.text(element, 'timer', value);
  // A repeating timer that is over by now is no mistake of its text, so it is looked at from the beginning of time.
  if (!schedule(timer, value, 0, check.graph.timeZone)) check.error('timerInvalid', element, { value });
}

function checkCompensationTarget(element: Element, activityId: string | null, check: Checker): void {
  if (activityId === null || !isThrown(element)) return;
  const target = findElement(check.graph, activityId);
  if (!target || !isCompensableElement(target)) check.error('compensationTargetMissing', element, { activity: activityId });
}

function isThrown({ kind }: Element): boolean {
  return kind === 'endEvent' || kind === 'intermediateThrowEvent';
}
