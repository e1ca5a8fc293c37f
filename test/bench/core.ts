import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, MemoryHost, parseDefinitions, type Graph, type Variables } from '@wuxin/bpmn-core';
import { evaluateFeel } from '@wuxin/feel';

/** One model to its end, completing every user task that opens. */
interface Model {
  readonly name: string;
  readonly file: string;
  readonly variables: Variables;
  /** Runs per measured round. */
  readonly runs: number;
}

const MODELS: readonly Model[] = [
  { name: 'linear, 5 tasks', file: 'linear5.bpmn', variables: {}, runs: 400 },
  { name: '15 activities', file: 'approval15.bpmn', variables: {}, runs: 200 },
  { name: 'vote of 200', file: 'vote200.bpmn', variables: {}, runs: 10 },
];

const ROUNDS = 5;
const MAX_COMPLETIONS = 1_000;

export interface CoreResult {
  readonly name: string;
  readonly completions: number;
  /** Median over the rounds, per completed task. */
  readonly heldMicroseconds: number;
  /** The same with all rows saved as JSON and loaded again before every command. */
  readonly restoredMicroseconds: number;
}

/** How long the interpreter takes for one completed user task, in memory and without a database. */
export async function benchCore(folder: string): Promise<CoreResult[]> {
  const results: CoreResult[] = [];
  for (const model of MODELS) {
    const graph = await graphOf(readFileSync(join(folder, model.file), 'utf8'));
    // the first run also warms the code up
    const { completions } = play(graph, model, true);
    results.push({
      name: model.name,
      completions,
      heldMicroseconds: median(ROUNDS, () => perCompletion(graph, model, false)),
      restoredMicroseconds: median(ROUNDS, () => perCompletion(graph, model, true)),
    });
  }
  return results;
}

async function graphOf(xml: string): Promise<Graph> {
  const { graph, problems } = compile(await parseDefinitions(xml));
  if (!graph) throw new Error(`the model does not compile: ${JSON.stringify(problems)}`);
  return graph;
}

function perCompletion(graph: Graph, model: Model, isRestored: boolean): number {
  const begun = performance.now();
  let completions = 0;
  for (let run = 0; run < model.runs; run += 1) completions += play(graph, model, isRestored).completions;
  return ((performance.now() - begun) * 1000) / completions;
}

function play(graph: Graph, model: Model, isRestored: boolean): { completions: number } {
  const host = new MemoryHost({
    graph,
    now: 0,
    evaluate: (feel, variables, now) => evaluateFeel(feel, variables, { now }),
    runScript: () => ({}),
  });
  const [processId = ''] = Object.keys(graph.processes);
  host.start(processId, model.variables);
  let completions = 0;
  for (let [work] = host.openWork(); work && completions < MAX_COMPLETIONS; [work] = host.openWork()) {
    if (isRestored) host.restore();
    host.send(work.instanceId, { type: 'completeActivity', tokenId: work.tokenId, variables: {} });
    completions += 1;
  }
  return { completions };
}

function median(rounds: number, measure: () => number): number {
  const sorted = Array.from({ length: rounds }, measure).sort((a, b) => a - b);
  return sorted[Math.floor(rounds / 2)] ?? Number.NaN;
}
