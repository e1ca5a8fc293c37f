import { parametersUsed } from '@wuxin/feel';
import type { Element, Graph } from '@wuxin/bpmn-core';
import type { Problem } from '../../common/api';
import { textOf, type Locale } from '../runtime/texts';
import { expressionsAt } from './expressions';

/** What a drawing may refer to. */
export interface Known {
  /** Of the record; null where the process has none, or its collection is not known. */
  readonly fields: ReadonlySet<string> | null;
  readonly parameters: ReadonlySet<string>;
}

/**
 * What somebody who draws should look at, though it can run: nobody would do a step, nobody could read what it is called, a formula
 * reads what there is not. Pure; warnings only, each at its element.
 */
export function adviceOn(graph: Graph, known: Known, locale: Locale): Problem[] {
  return Object.values(graph.elements).flatMap((element) => [
    ...onPeople(element, locale),
    ...onReferences(graph, element, known, locale),
  ]);
}

function onPeople(element: Element, locale: Locale): Problem[] {
  if (element.type !== 'bpmn:UserTask') return [];
  const { assignments, whenNobody } = element.settings;
  const hasNobody = !assignments?.length && (whenNobody ?? 'incident') === 'incident';
  return [
    ...(hasNobody ? [warning('process.noPeople', element, locale)] : []),
    ...(element.name?.trim() ? [] : [warning('process.noName', element, locale)]),
  ];
}

const FIELD = /(?<![\w.])record\.([A-Za-z_]\w*)/g;
/** What a record has besides the fields of its collection: keys of associations, and what NocoBase keeps of every row. */
const isKeptBySystem = (name: string, fields: ReadonlySet<string>) =>
  ['id', 'createdAt', 'updatedAt'].includes(name) || (name.endsWith('Id') && fields.has(name.slice(0, -2)));

function onReferences(graph: Graph, element: Element, { fields, parameters }: Known, locale: Locale): Problem[] {
  const expressions = expressionsAt(graph, element.id);
  const used = new Set(expressions.flatMap((expression) => [...parametersUsed(expression)]));
  const missing = [...used].filter((key) => !parameters.has(key));
  const read = new Set(expressions.flatMap((text) => [...text.matchAll(FIELD)].map(([, name = '']) => name)));
  const ownFields = (element.settings.assignments ?? [])
    .filter(({ kind }) => kind === 'field')
    .map(({ value }) => value.split('.')[0] ?? '');
  const unknown = fields ? [...read, ...ownFields].filter((name) => !fields.has(name) && !isKeptBySystem(name, fields)) : [];
  return [
    ...missing.map((parameter) => warning('process.unknownParameter', element, locale, { parameter })),
    ...[...new Set(unknown)].map((field) => warning('process.unknownField', element, locale, { field })),
  ];
}

function warning(code: string, element: Element, locale: Locale, data: Readonly<Record<string, string>> = {}): Problem {
  const elementName = nameOf(element, locale);
  return {
    code,
    severity: 'warning',
    elementId: element.id,
    elementName,
    text: textOf(locale, `problems.${code}`, { ...data, elementName }),
  };
}

function nameOf(element: Element, locale: Locale): string {
  const english = locale === 'en-US' ? element.settings.nameEn : undefined;
  return english ?? (element.name?.trim() ? element.name : textOf(locale, 'designer.unnamed'));
}
