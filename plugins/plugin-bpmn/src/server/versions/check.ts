import type { Element, Graph, ModdleElement } from '@wuxin/bpmn-core';
import type { DrawingFacts, Problem } from '../../common/api';
import { checkDrawn, structuralProblems } from '../../common/check';
import { activityTypesOf } from '../activity-types';
import { contradictionsAmong } from '../parameters';
import type { ReadAt } from '../runtime/read-at';
import { textOf, wordsIn, type Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { drawingIn } from './drawings';
import { unknownReturnTargets } from './return-to';
import { START_VARIABLE_TYPES, startVariablesOf } from './start-variables';

/** `drawn` is what could be read, also of what cannot run. */
export type Checked = { readonly drawn: Graph; readonly problems: Problem[] } & (
  | { readonly graph: Graph; readonly processKey: string }
  | { readonly graph: null; readonly processKey: string | null }
);

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some(({ severity }) => severity === 'error');

/** What the rules of the designer know of the world around a drawing. */
export type FactsFor = (graph: Graph, processKey: string) => Promise<DrawingFacts>;

/**
 * What a file says about itself before it is deployed; with `factsFor` also what its author should look at, by the rules that the designer runs.
 * @throws bad input with the parser's code for what is no BPMN at all
 */
export async function checkXml(tx: Tx, xml: string, locale: Locale, factsFor?: FactsFor): Promise<Checked> {
  const drawn = await drawingIn(tx, xml);
  const processKey = mainProcessOf(drawn.definitions);
  const { graph, drawn: readable } = drawn.compiled;
  const words = wordsIn(locale);
  const said =
    factsFor && processKey !== null
      ? await checkDrawn(drawn, await factsFor(readable, processKey), words)
      : structuralProblems(drawn, words);
  if (!graph) return { graph: null, drawn: readable, processKey, problems: said };
  if (processKey === null) return { graph: null, drawn: readable, processKey, problems: [...said, noExecutableProcess(locale)] };
  const elements = Object.values(graph.elements);
  return {
    graph,
    drawn: readable,
    processKey,
    problems: [
      ...said,
      ...elements.flatMap((element) => activityProblems(tx, element, locale)),
      ...elements.flatMap((element) => returnToProblems(graph, element, locale)),
      ...startVariableProblems(graph, processKey, locale),
      ...(await parameterProblems(tx, graph, locale)),
    ],
  };
}

/** The first executable process of a file gives it its key; others are called or started by messages. */
function mainProcessOf(definitions: ModdleElement): string | null {
  const roots = definitions.get('rootElements') as readonly ModdleElement[]; // a list in the meta-model
  const main = roots.find((root) => root.$type === 'bpmn:Process' && root.get('isExecutable') !== false);
  return main ? String(main.get('id')) : null;
}

function noExecutableProcess(locale: Locale): Problem {
  const code = 'process.notExecutable';
  return { code, severity: 'error', elementId: null, elementName: null, text: textOf(locale, `problems.${code}`) };
}

function startVariableProblems(graph: Graph, processKey: string, locale: Locale): Problem[] {
  const code = 'process.startVariableType';
  return startVariablesOf(graph, processKey).unreadable.map(({ name, declared }) => ({
    code,
    severity: 'error',
    elementId: null,
    elementName: null,
    text: textOf(locale, `problems.${code}`, { name, declared, types: START_VARIABLE_TYPES }),
  }));
}

/** Warnings: what contradicts itself with the values that hold for the whole installation now. A place may have others. */
export async function parameterProblems(tx: ReadAt, graph: Graph, locale: Locale): Promise<Problem[]> {
  const checks = Object.values(graph.processes).flatMap(({ settings }) => settings.checks ?? []);
  const found = await contradictionsAmong(tx, checks, { placeId: null, locale });
  return found.map(({ code, text }) => ({ code, severity: 'warning', elementId: null, elementName: null, text }));
}

function returnToProblems(graph: Graph, element: Element, locale: Locale): Problem[] {
  const code = 'process.returnTo';
  const own = element.name ?? element.id;
  const elementName = locale === 'en-US' ? (element.settings.nameEn ?? own) : own;
  return unknownReturnTargets(graph, element).map((target) => ({
    code,
    severity: 'error',
    elementId: element.id,
    elementName,
    text: textOf(locale, `problems.${code}`, { elementName, target }),
  }));
}

const WORK = new Set(['bpmn:UserTask', 'bpmn:ServiceTask', 'bpmn:BusinessRuleTask']);

function activityProblems(tx: Tx, element: Element, locale: Locale): Problem[] {
  if (!WORK.has(element.type)) return [];
  const type = activityTypesOf(tx.db).for(element);
  const found = type
    ? (type.validate?.(element, tx.db) ?? [])
    : [{ code: 'activity.unknownType', data: { type: element.settings.activityType ?? element.type } }];
  const own = element.name ?? element.id;
  const name = locale === 'en-US' ? (element.settings.nameEn ?? own) : own;
  return found.map(({ code, data }) => {
    const facts = { ...data, elementName: name };
    // a plugin that brings a type of work brings what is said about it
    const text = type?.problemText?.(locale, code, facts) ?? textOf(locale, `problems.${code}`, facts);
    return { code, severity: 'error' as const, elementId: element.id, elementName: name, text };
  });
}
