import type { ModdleElement } from '@wuxin/bpmn-core';
import { type Create, elementAt, elementsIn, textIn } from './model';

/** When a timer event happens: after a while, at a moment, or again and again. */
export interface Timer {
  readonly kind: 'timeDuration' | 'timeDate' | 'timeCycle';
  /** ISO 8601, or FEEL with `=`. */
  readonly value: string;
}

const KINDS: readonly Timer['kind'][] = ['timeDuration', 'timeDate', 'timeCycle'];
const TIMER = 'bpmn:TimerEventDefinition';

/** @returns null where the element is no timer event */
export function readTimer(element: ModdleElement): Timer | null {
  const definition = elementsIn(element, 'eventDefinitions').find(({ $type }) => $type === TIMER);
  if (!definition) return null;
  const kind = KINDS.find((one) => elementAt(definition, one)) ?? 'timeDuration';
  const expression = elementAt(definition, kind);
  return { kind, value: expression ? textIn(expression, 'body') : '' };
}

/** The definitions of the event with this timer in the place of the one before; the others stay. */
export function withTimer(create: Create, element: ModdleElement, { kind, value }: Timer): readonly ModdleElement[] {
  return elementsIn(element, 'eventDefinitions').map((definition) => {
    if (definition.$type !== TIMER) return definition;
    const made = create(TIMER, { id: textIn(definition, 'id') || undefined });
    const expression = Object.assign(create('bpmn:FormalExpression', { body: value }), { $parent: made });
    return Object.assign(made, { [kind]: expression, $parent: element });
  });
}

/** `P3D` and `PT4H` as people say them; null for what is not as simple. */
export function readDuration(value: string): { readonly amount: number; readonly unit: 'days' | 'hours' } | null {
  const [, days, hours] = /^P(?:(\d+)D|T(\d+)H)$/.exec(value.trim()) ?? [];
  if (days !== undefined) return { amount: Number(days), unit: 'days' };
  return hours === undefined ? null : { amount: Number(hours), unit: 'hours' };
}

export const writeDuration = (amount: number, unit: 'days' | 'hours'): string =>
  unit === 'days' ? `P${amount}D` : `PT${amount}H`;
