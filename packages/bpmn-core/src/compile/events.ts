import type { EventDefinition, EventFacet, MessageReference, TimerKind } from '../graph';
import { childOf, childrenOf, flagOf, referenceOf, textOf, type ModdleElement } from '../parse';
import { readMappings } from './activity';
import { conditionOf, expressionOf } from './expression';

export function readEvent(source: ModdleElement, isInterrupting: boolean): EventFacet {
  const definitions = [...childrenOf(source, 'eventDefinitions'), ...childrenOf(source, 'eventDefinitionRef')];
  return {
    definitions: definitions.flatMap((definition) => readDefinition(definition) ?? []),
    isInterrupting,
    isParallelMultiple: flagOf(source, 'parallelMultiple'),
    attachedToId: referenceOf(source, 'attachedToRef'),
    ...readMappings(source),
  };
}

/** A name that is missing in the file is read as empty and refused by the checks. */
export function readMessage(source: ModdleElement): MessageReference {
  const message = childOf(source, 'messageRef');
  const key = textOf(source, 'wuxin:correlationKey') ?? (message && textOf(message, 'wuxin:correlationKey'));
  return { name: (message && textOf(message, 'name')) ?? '', correlationKey: key };
}

function readDefinition(source: ModdleElement): EventDefinition | null {
  switch (source.$type) {
    case 'bpmn:TimerEventDefinition':
      return readTimer(source);
    case 'bpmn:MessageEventDefinition':
      return { kind: 'message', ...readMessage(source) };
    case 'bpmn:SignalEventDefinition':
      return { kind: 'signal', name: referencedText(source, 'signalRef', 'name') ?? '' };
    case 'bpmn:ConditionalEventDefinition':
      return { kind: 'condition', expression: conditionOf(source, 'condition') ?? '' };
    case 'bpmn:ErrorEventDefinition':
      return { kind: 'error', code: referencedText(source, 'errorRef', 'errorCode') };
    case 'bpmn:EscalationEventDefinition':
      return { kind: 'escalation', code: referencedText(source, 'escalationRef', 'escalationCode') };
    case 'bpmn:CompensateEventDefinition':
      return {
        kind: 'compensation',
        activityId: referenceOf(source, 'activityRef'),
        waits: source.get('waitForCompletion') !== false,
      };
    case 'bpmn:CancelEventDefinition':
      return { kind: 'cancel' };
    case 'bpmn:TerminateEventDefinition':
      return { kind: 'terminate' };
    case 'bpmn:LinkEventDefinition':
      return { kind: 'link', name: textOf(source, 'name') ?? '' };
    default:
      return null;
  }
}

const TIMERS: readonly (readonly [TimerKind, string])[] = [
  ['date', 'timeDate'],
  ['duration', 'timeDuration'],
  ['cycle', 'timeCycle'],
];

function readTimer(source: ModdleElement): EventDefinition {
  for (const [timer, property] of TIMERS) {
    const value = expressionOf(source, property);
    if (value !== null) return { kind: 'timer', timer, value };
  }
  return { kind: 'timer', timer: 'duration', value: '' };
}

function referencedText(source: ModdleElement, reference: string, property: string): string | null {
  const target = childOf(source, reference);
  return target ? textOf(target, property) : null;
}
