import type { ModdleElement } from '@wuxin/bpmn-core';
import { type CallName, callNameChanges, type Changed } from './call-name';
import { type Loop, loopElement } from './loop';
import { type Create, type ExtensionType, type Item, withExtensions } from './model';
import { type Timer, withTimer } from './timer';

/** What the panel does to an element, as data. Each is one step that can be undone. */
export type ElementChange =
  /** Own attributes, `wuxin:…` or of BPMN; undefined takes one away. */
  | { readonly set: 'attributes'; readonly values: Readonly<Record<string, string | boolean | number | undefined>> }
  /** All extension elements of a type. */
  | { readonly set: 'extensions'; readonly type: ExtensionType; readonly items: readonly Item[] }
  /** When a flow is taken; empty: always. */
  | { readonly set: 'condition'; readonly feel: string }
  /** Which flow of a gateway is taken when no condition holds. */
  | { readonly set: 'default'; readonly flow: ModdleElement | undefined }
  | { readonly set: 'loop'; readonly loop: Loop }
  /** When a timer event happens. */
  | { readonly set: 'timer'; readonly timer: Timer }
  /** Which message or signal it is about; a new name becomes part of the file. */
  | { readonly set: 'callName'; readonly call: CallName };

/** The change as properties of the meta-model, for `modeling.updateProperties`: of the element, and of what else it takes. */
export function changesFor(create: Create, element: ModdleElement, change: ElementChange): readonly Changed[] {
  if (change.set === 'callName') return callNameChanges(create, element, change.call);
  return [{ element, properties: propertiesFor(create, element, change) }];
}

type OwnChange = Exclude<ElementChange, { set: 'callName' }>;

function propertiesFor(create: Create, element: ModdleElement, change: OwnChange): Readonly<Record<string, unknown>> {
  switch (change.set) {
    case 'attributes':
      return change.values;
    case 'extensions':
      return { extensionElements: withExtensions(create, element, change.type, change.items) };
    case 'condition':
      return { conditionExpression: expression(create, element, change.feel) };
    case 'default':
      return { default: change.flow };
    case 'timer':
      return { eventDefinitions: withTimer(create, element, change.timer) };
    case 'loop':
      return { loopCharacteristics: loopElement(create, element, change.loop) };
  }
}

function expression(create: Create, element: ModdleElement, feel: string): ModdleElement | undefined {
  const text = feel.trim();
  if (text === '') return undefined;
  const body = text.startsWith('=') ? text : `=${text}`;
  return Object.assign(create('bpmn:FormalExpression', { body }), { $parent: element });
}
