import type { ModdleElement } from '@wuxin/bpmn-core';
import { type Create, elementAt, elementsIn, textIn } from './model';

/** What an event or a step of messages waits for or sends: a message, or a signal to all. */
export interface CallName {
  readonly kind: 'message' | 'signal';
  readonly name: string;
  /** FEEL with its `=`: which case a message is for; messages only. */
  readonly correlationKey: string;
}

const EVENTS = { message: 'bpmn:MessageEventDefinition', signal: 'bpmn:SignalEventDefinition' } as const;
const ROOTS = { message: 'bpmn:Message', signal: 'bpmn:Signal' } as const;
const REFERENCES = { message: 'messageRef', signal: 'signalRef' } as const;
const MESSAGE_TASKS: readonly string[] = ['bpmn:ReceiveTask', 'bpmn:SendTask'];

/** Where an element says which message or signal it is about. */
function holderOf(element: ModdleElement): { readonly kind: CallName['kind']; readonly holder: ModdleElement } | null {
  if (MESSAGE_TASKS.includes(element.$type)) return { kind: 'message', holder: element };
  for (const holder of elementsIn(element, 'eventDefinitions')) {
    if (holder.$type === EVENTS.message) return { kind: 'message', holder };
    if (holder.$type === EVENTS.signal) return { kind: 'signal', holder };
  }
  return null;
}

/** @returns null where the element is about neither */
export function readCallName(element: ModdleElement): CallName | null {
  const found = holderOf(element);
  if (!found) return null;
  const { kind, holder } = found;
  const root = elementAt(holder, REFERENCES[kind]);
  const correlationKey = kind === 'message' ? textIn(holder, 'wuxin:correlationKey') : '';
  return { kind, name: root ? textIn(root, 'name') : '', correlationKey };
}

/** Names that the file has already. */
export function callNamesIn(element: ModdleElement, kind: CallName['kind']): readonly string[] {
  const names = rootsOf(definitionsOf(element), kind).map((root) => textIn(root, 'name'));
  return [...new Set(names.filter(Boolean))];
}

export interface Changed {
  readonly element: ModdleElement;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What has to be changed where: the reference, and the file where nothing in it has that name yet. */
export function callNameChanges(create: Create, element: ModdleElement, { kind, name, correlationKey }: CallName): Changed[] {
  const found = holderOf(element);
  const definitions = definitionsOf(element);
  if (!found || found.kind !== kind || !definitions) return [];
  const roots = rootsOf(definitions, kind);
  const known = roots.find((root) => textIn(root, 'name') === name);
  const made = known ?? Object.assign(create(ROOTS[kind], { id: freeId(definitions, kind), name }), { $parent: definitions });
  const key = kind === 'message' ? { 'wuxin:correlationKey': correlationKey || undefined } : {};
  const reference = { element: found.holder, properties: { [REFERENCES[kind]]: name === '' ? undefined : made, ...key } };
  if (known || name === '') return [reference];
  return [{ element: definitions, properties: { rootElements: [...elementsIn(definitions, 'rootElements'), made] } }, reference];
}

const rootsOf = (definitions: ModdleElement | undefined, kind: CallName['kind']) =>
  definitions ? elementsIn(definitions, 'rootElements').filter(({ $type }) => $type === ROOTS[kind]) : [];

function freeId(definitions: ModdleElement, kind: CallName['kind']): string {
  const taken = new Set(elementsIn(definitions, 'rootElements').map((root) => textIn(root, 'id')));
  let number = 1;
  while (taken.has(`${kind}${number}`)) number += 1;
  return `${kind}${number}`;
}

function definitionsOf(element: ModdleElement): ModdleElement | undefined {
  if (element.$type === 'bpmn:Definitions') return element;
  const { $parent } = element as { readonly $parent?: ModdleElement }; // moddle sets it on all but the root
  return $parent && definitionsOf($parent);
}
