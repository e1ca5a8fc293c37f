import type { Graph, ProcessInfo } from '../graph';
import type { ModdleElement } from '../parse';
import { zoneFormat } from '../time';
import { Checker } from './check';
import { checkGraph } from './checkGraph';
import { connect } from './connect';
import type { Problem } from './problems';
import { computeReachability } from './reachability';
import { readFile, type Draft } from './read';

export interface CompileOptions {
  /** IANA zone for dates, durations and cron. Default `Asia/Shanghai`. */
  readonly timeZone?: string;
  /** Says what is wrong with a FEEL expression, or `null`. Without it, expressions are first looked at when they run. */
  readonly checkExpression?: (expression: string) => string | null;
}

export type Compiled =
  | { readonly graph: Graph; readonly drawn: Graph; readonly problems: readonly Problem[] }
  /** At least one problem is an error: `drawn` is what could be read, to look at and never to run. */
  | { readonly graph: null; readonly drawn: Graph; readonly problems: readonly Problem[] };

/** Turns a parsed file into a graph that can run, or says by element what is wrong with it. Warnings do not stop it. */
export function compile(definitions: ModdleElement, options: CompileOptions = {}): Compiled {
  const draft = readFile(definitions);
  connect(draft);
  const isComputed = computeReachability(draft);
  const timeZone = options.timeZone ?? 'Asia/Shanghai';
  const graph = graphOf(draft, isKnownZone(timeZone) ? timeZone : 'UTC');
  const check = new Checker(graph, draft, options.checkExpression);
  if (!isKnownZone(timeZone)) check.file('zoneUnknown', { zone: timeZone });
  if (!isComputed) check.file('graphTooComplex', {});
  checkGraph(graph, check);
  const problems = check.problems();
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  return { graph: hasErrors ? null : graph, drawn: graph, problems };
}

function graphOf(draft: Draft, timeZone: string): Graph {
  const elements = [...draft.elements.values()];
  const processes = draft.processes.map((process): ProcessInfo => {
    const own = elements.filter(({ processId }) => processId === process.id);
    return { ...process, hasConditions: own.some(({ event }) => event?.definitions.some(({ kind }) => kind === 'condition')) };
  });
  return {
    format: 1,
    timeZone,
    processes: byId(processes),
    elements: byId(elements),
    flows: byId([...draft.flows.values()]),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

function isKnownZone(zone: string): boolean {
  try {
    return Boolean(zoneFormat(zone));
  } catch {
    return false;
  }
}
