import type { Graph, Json, Variables } from '@wuxin/bpmn-core';
import type { TryOutEntry } from '../../common/api';
import type { HistoryEvent } from '../history';
import { errorText } from '../runtime/error-text';
import { textOf, type Locale } from '../runtime/texts';
import { elementNameIn } from '../versions';

export type Said = Readonly<Record<Locale, string>>;

/** In both languages: a kept test tells readers of either where it differs. */
export const inBoth = (say: (locale: Locale) => string): Said => ({ 'zh-CN': say('zh-CN'), 'en-US': say('en-US') });

export type Entry = Omit<TryOutEntry, 'text'> & { readonly said: Said };

export const nameAt = (graph: Graph, elementId: string, locale: Locale): string =>
  elementNameIn(locale, graph, elementId, graph.elements[elementId]?.name ?? elementId);

/** What somebody did at an element, told with the element's name. */
export const saidOfAct = (
  act: 'completed' | 'returned' | 'withdrawn',
  { graph, elementId }: { graph: Graph; elementId: string },
  facts: (locale: Locale) => Readonly<Record<string, string>>,
): Pick<Entry, 'kind' | 'said'> & { readonly elementId: string } => ({
  kind: 'way',
  elementId,
  said: inBoth((locale) => textOf(locale, `tryOut.did.${act}`, { element: nameAt(graph, elementId, locale), ...facts(locale) })),
});

/** What of a case's history is told to whoever tries a process out. @returns undefined for what only moves tokens */
export function saidOf({ kind, element, data = {} }: HistoryEvent, graph: Graph): Pick<Entry, 'kind' | 'said'> | undefined {
  const name = (locale: Locale) => (element ? nameAt(graph, element.id, locale) : '');
  const way = (key: string): Pick<Entry, 'kind' | 'said'> => ({
    kind: 'way',
    said: inBoth((locale) => textOf(locale, `tryOut.did.${key}`, { ...data, element: name(locale) })),
  });
  switch (kind) {
    case 'activityDecided':
      return { kind: 'reason', said: { 'zh-CN': textIn(data.sentence), 'en-US': textIn(data.sentenceEn) } };
    case 'assignedByPolicy':
    case 'taskSkipped':
      return { kind: 'reason', said: inBoth((locale) => errorText(locale, textIn(data.code), { elementName: name(locale) })) };
    case 'timerFired':
    case 'messageCaught':
    case 'signalCaught':
    case 'instanceEnded':
      return way(kind);
    case 'elementLeft':
      return isTold(graph, element?.id ?? '') ? way(kind) : undefined;
    default:
      return undefined;
  }
}

/** What has no name is not told of, and of what people do it is told who did it. */
function isTold(graph: Graph, elementId: string): boolean {
  const element = graph.elements[elementId];
  return element !== undefined && element.name !== null && element.type !== 'bpmn:UserTask';
}

const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const MAX_VALUES = 6;
const TEXTS = /"(?:[^"\\]|\\.)*"/g;
const PATHS = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/gu;
const PARAMETERS = /param\(\s*"([^"]+)"\s*\)/g;

/** The values that an expression read, as far as a sentence can name them. */
export function valuesRead(expression: string, variables: Variables, parameters: Variables): string {
  const paths = new Set(expression.replace(TEXTS, '""').match(PATHS) ?? []);
  const named = [...paths].flatMap((path): [string, Json][] => {
    const value = path.split('.').reduce<Json | undefined>(member, variables);
    return value === undefined || isGroup(value) ? [] : [[path.replace(/^record\./, ''), value]];
  });
  const asked = [...expression.matchAll(PARAMETERS)].flatMap(([, key = '']): [string, Json][] =>
    Object.hasOwn(parameters, key) ? [[key, parameters[key] ?? null]] : [],
  );
  return [...named, ...asked]
    .slice(0, MAX_VALUES)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join('; ');
}

const isGroup = (value: Json): boolean => typeof value === 'object' && value !== null;

function member(value: Json | undefined, name: string): Json | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && Object.hasOwn(value, name) ? (value as Variables)[name] : undefined; // no list, see above
}
