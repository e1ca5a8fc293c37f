import { compile } from '../compile';
import { findProcess, type Graph } from '../graph';
import { MemoryHost, type MemoryHostOptions } from '../host';
import { parseDefinitions } from '../parse';
import { startTriggers } from '../start';
import { scenarioEnv } from './env';
import type { Scenario, Step } from './scenario';

/** `live` straight through; `restored` with all rows saved as JSON and loaded again before every step. */
export type Mode = 'live' | 'restored';

export interface Failure {
  /** Counted from 1; 0 when the file itself cannot run. */
  readonly step: number;
  readonly reason: string;
}

const NOW = Date.UTC(2026, 0, 5, 1);

/** Runs one scenario; `null` when it does all it should. */
export async function runScenario(scenario: Scenario, xml: string, mode: Mode): Promise<Failure | null> {
  let step = 0;
  try {
    const host = startHost(scenario, { graph: await graphOf(xml), now: NOW, ...(await scenarioEnv()) });
    for (const next of scenario.steps) {
      step += 1;
      if (mode === 'restored') host.restore();
      const reason = perform(host, next);
      if (reason !== null) return { step, reason };
    }
    return null;
  } catch (error) {
    return { step, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function graphOf(xml: string): Promise<Graph> {
  const { graph, problems } = compile(await parseDefinitions(xml));
  if (graph) return graph;
  const errors = problems.filter(({ severity }) => severity === 'error');
  throw new Error(`refused: ${errors.map(({ code, elementId }) => `${code} at ${elementId ?? 'file'}`).join(', ')}`);
}

/** Starts the first executable process that begins by itself; others begin by call, message, signal or timer. */
function startHost({ variables }: Scenario, options: MemoryHostOptions): MemoryHost {
  const { graph } = options;
  const host = new MemoryHost(options);
  const plain = startTriggers(graph).filter(({ kind }) => kind === 'none');
  const first = plain.find(({ processId }) => findProcess(graph, processId)?.isExecutable) ?? plain[0];
  if (first) host.start(first.processId, variables, first.elementId ?? undefined);
  return host;
}

function perform(host: MemoryHost, step: Step): string | null {
  switch (step.kind) {
    case 'expectOpen':
      return expectOpen(host, step.elements);
    case 'expectOpenCount':
      return expectEqual(`open ${step.element}`, openElements(host).filter((id) => id === step.element).length, step.count);
    case 'complete':
      return complete(host, step.element, step.variables);
    case 'message':
      return host.message(step.name, step.variables) ? null : `nobody waits for message ${step.name}`;
    case 'signal':
      host.signal(step.name, step.variables);
      return null;
    case 'advance':
      host.advance(step.milliseconds);
      return null;
    case 'expectCompletedTimes':
      return expectEqual(`${step.element} left`, timesLeft(host, step.element), step.count);
    case 'expectEnded':
      return host.all().every(({ row }) => row.status !== 'running') ? null : `has not ended: ${state(host)}`;
  }
}

function expectOpen(host: MemoryHost, expected: readonly string[]): string | null {
  if (host.all().length > 0 && host.all().every(({ row }) => row.status !== 'running')) return 'the process has ended';
  return expectEqual('open', openElements(host).join(' '), [...expected].sort().join(' '));
}

function complete(host: MemoryHost, element: string, variables: Scenario['variables']): string | null {
  const work = host.openWork().find(({ elementId }) => elementId === element);
  if (!work) return `${element} is not open: ${state(host)}`;
  host.send(work.instanceId, { type: 'completeActivity', tokenId: work.tokenId, variables });
  return null;
}

function openElements(host: MemoryHost): readonly string[] {
  return host
    .openWork()
    .map(({ elementId }) => elementId)
    .sort();
}

function timesLeft(host: MemoryHost, element: string): number {
  return host.all().reduce((sum, { leftTimes }) => sum + (leftTimes.get(element) ?? 0), 0);
}

function expectEqual<T extends string | number>(what: string, found: T, expected: T): string | null {
  return found === expected ? null : `${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`;
}

function state(host: MemoryHost): string {
  const incidents = host.all().flatMap((instance) => [...instance.incidents.values()]);
  return JSON.stringify({
    open: openElements(host),
    incidents: incidents.map(({ elementId, code }) => `${code} at ${elementId}`),
  });
}
