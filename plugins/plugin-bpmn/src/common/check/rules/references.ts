import type { Element } from '@wuxin/bpmn-core';
import { parametersUsed } from '@wuxin/feel';
import { expressionsAt } from '../expressions';
import { type Context, type Rule, when } from '../rule';

/** What a drawing names that has to be there: fields, parameters, decision tables, other processes. */
export const references = {
  'process.unknownField': {
    severity: 'warning',
    find: (element, context) => unknownFields(element, context).map((field) => ({ field })),
  },
  'process.unknownParameter': {
    severity: 'warning',
    find: (element, context) =>
      parametersAt(element, context)
        .filter((key) => !context.facts.parameters.some((known) => known.key === key))
        .map((parameter) => ({ parameter })),
  },
  'process.unsureParameter': {
    severity: 'warning',
    find: (element, context) =>
      context.facts.parameters
        .filter(({ key, isConfirmed }) => !isConfirmed && parametersAt(element, context).includes(key))
        .map(({ name }) => ({ parameter: name })),
  },
  'process.unknownDecision': {
    severity: 'error',
    find: ({ settings: { decisionRef } }, { facts }) =>
      when(decisionRef !== undefined && !facts.decisions.includes(decisionRef), { decision: decisionRef ?? '' }),
  },
  'process.calledUnknown': {
    severity: 'warning',
    find: (element, context) => {
      const key = calledBy(element, context);
      return when(key !== null && !context.facts.processes.some((process) => process.key === key), { process: key ?? '' });
    },
  },
  'process.calledNotPublished': {
    severity: 'warning',
    find: (element, context) => {
      const called = context.facts.processes.find(({ key }) => key === calledBy(element, context));
      return when(called !== undefined && !called.isPublished, { process: called?.name ?? '' });
    },
  },
} as const satisfies Record<string, Rule>;

/** The process that a step calls by its key; null where a formula says which, or it stands in the same file. */
function calledBy({ task }: Element, { graph }: Context): string | null {
  const called = task?.calledElement ?? null;
  return called === null || called === '' || called.startsWith('=') || Object.hasOwn(graph.processes, called) ? null : called;
}

const parametersAt = (element: Element, { graph }: Context): readonly string[] => [
  ...new Set(expressionsAt(graph, element.id).flatMap((expression) => parametersUsed(expression))),
];

const FIELD = /(?<![\w.])record\.([A-Za-z_]\w*)/g;
/** What a record has besides the fields of its collection: keys of associations, and what NocoBase keeps of every row. */
const isKeptBySystem = (name: string, fields: readonly string[]) =>
  ['id', 'createdAt', 'updatedAt'].includes(name) || (name.endsWith('Id') && fields.includes(name.slice(0, -2)));

function unknownFields(element: Element, { graph, facts }: Context): readonly string[] {
  const { fields, recordCollection } = facts;
  // what is known of another collection says nothing about this one
  if (!fields || graph.processes[element.processId]?.settings.recordCollection !== recordCollection) return [];
  const read = expressionsAt(graph, element.id).flatMap((text) => [...text.matchAll(FIELD)].map(([, name = '']) => name));
  const people = (element.settings.assignments ?? [])
    .filter(({ kind }) => kind === 'field')
    .map(({ value }) => value.split('.')[0] ?? '');
  return [...new Set([...read, ...people])].filter((name) => !fields.includes(name) && !isKeptBySystem(name, fields));
}
