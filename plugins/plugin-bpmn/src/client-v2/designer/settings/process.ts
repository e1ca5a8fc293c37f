import type { ModdleElement } from '@wuxin/bpmn-core';
import { readCondition } from './condition';
import { elementAt, elementsIn, itemsOf, said, saidIn, textIn, type Item } from './model';
import type { Language } from './names';

/** The process around an element; of a drawing with pools, the first of those that have a process. */
export function processOf(element: ModdleElement): ModdleElement | undefined {
  if (element.$type === 'bpmn:Process') return element;
  if (element.$type === 'bpmn:Participant') return elementAt(element, 'processRef');
  if (element.$type === 'bpmn:Collaboration') {
    return elementsIn(element, 'participants').flatMap((pool) => elementAt(pool, 'processRef') ?? [])[0];
  }
  const parent = parentOf(element);
  return parent ? processOf(parent) : undefined;
}

const parentOf = (element: ModdleElement) => (element as { readonly $parent?: ModdleElement }).$parent; // moddle sets it on all but the root

export interface NamedPart {
  readonly id: string;
  readonly name: string;
}

const named = (element: ModdleElement): NamedPart => ({
  id: textIn(element, 'id'),
  name: textIn(element, 'name') || textIn(element, 'id'),
});

/** Steps of people in the same process or sub-process: where this one may send the case back to. */
export function siblingTasks(element: ModdleElement): readonly NamedPart[] {
  const scope = parentOf(element);
  if (!scope) return [];
  return elementsIn(scope, 'flowElements')
    .filter((one) => one.$type === 'bpmn:UserTask' && one !== element)
    .map(named);
}

export function stagesOf(process: ModdleElement | undefined): readonly Item[] {
  const [list] = process ? itemsOf(process, 'wuxin:Stages') : [];
  return Array.isArray(list?.values) ? (list.values as readonly Item[]) : []; // a list holds items
}

/** Outcomes that reach a flow: of the nearest steps before it, so that a condition can name them by their labels. */
export function outcomesBefore(
  flow: ModdleElement,
  language: Language,
): readonly { readonly key: string; readonly label: string }[] {
  const found = new Map<string, string>();
  const seen = new Set<ModdleElement>();
  const visit = (node: ModdleElement | undefined): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    const outcomes = node.$type === 'bpmn:UserTask' ? itemsOf(node, 'wuxin:Outcome') : [];
    for (const outcome of outcomes) {
      const key = said(outcome, 'key');
      if (!found.has(key)) found.set(key, saidIn(language, outcome, 'name') || key);
    }
    if (outcomes.length === 0) elementsIn(node, 'incoming').forEach((before) => visit(elementAt(before, 'sourceRef')));
  };
  visit(elementAt(flow, 'sourceRef'));
  return [...found].map(([key, label]) => ({ key, label }));
}

/** A variable that conditions can look at, with the texts that other conditions compare it with. */
export interface KnownVariable {
  readonly name: string;
  readonly isNumber: boolean;
  readonly values: readonly string[];
}

/** What the steps of a process give to those after them, and what its other conditions read besides outcomes and fields. */
export function variablesOf(process: ModdleElement): readonly KnownVariable[] {
  const elements = everythingIn(process);
  const names = new Map<string, { isNumber: boolean; readonly values: Set<string> }>();
  const note = (name: string) => {
    const known = names.get(name) ?? { isNumber: false, values: new Set<string>() };
    names.set(name, known);
    return known;
  };
  for (const output of elements.flatMap(outputsOf)) {
    if (['', 'outcome'].includes(said(output, 'target'))) continue;
    const known = note(said(output, 'target'));
    known.isNumber ||= /^=\s*-?\d+$/.test(said(output, 'source'));
  }
  const conditions = elements.flatMap((one) => elementAt(one, 'conditionExpression') ?? []);
  for (const { name, value } of conditions.flatMap((one) => readCondition(textIn(one, 'body'))?.parts ?? [])) {
    if (name === 'outcome' || name.startsWith('record.')) continue;
    const known = note(name);
    if (typeof value === 'string') known.values.add(value);
    known.isNumber ||= typeof value === 'number';
  }
  return [...names].map(([name, { isNumber, values }]) => ({ name, isNumber, values: [...values] }));
}

function outputsOf(element: ModdleElement): readonly Item[] {
  const lists = itemsOf(element, 'wuxin:IoMapping').map(({ outputs }) => outputs);
  return lists.flatMap((list) => (Array.isArray(list) ? (list as readonly Item[]) : [])); // a list holds items
}

const everythingIn = (scope: ModdleElement): readonly ModdleElement[] =>
  elementsIn(scope, 'flowElements').flatMap((one) => [one, ...everythingIn(one)]);
