import { figure, median } from '../figures';
import { models } from '../models';
import type { Report, Table } from '../report';
import { playersOf, type Play } from './players';

/** How long the interpreters take for one completed user task, in memory and without a database. */
export async function benchCore(isShort: boolean): Promise<Report> {
  const rows: string[][] = [];
  for (const model of models()) {
    const [wuxin, other] = await playersOf(model);
    const runs = isShort ? 1 : model.runs;
    const ours = { held: await perTask(wuxin.held, runs), saved: await perTask(wuxin.saved, runs) };
    // its runs are that much longer
    const otherRuns = isShort ? 1 : Math.ceil(runs / 10);
    const theirs = {
      held: await perTask(other.held, otherRuns),
      saved: isShort && model.name.includes('200') ? null : await perTask(other.saved, otherRuns),
    };
    for (const mode of ['held', 'saved'] as const) rows.push(rowOf(model.name, mode, ours[mode], theirs[mode]));
  }
  return {
    name: 'core',
    title: 'Interpreter',
    command: 'npm run bench -- core --write',
    intro: INTRO,
    tables: [table(rows)],
    versions: ['bpmn-engine 25.0.1'],
  };
}

const INTRO = `Every user task of the benchmark models is completed in memory, without a database. Both engines parse the model once. *Held*: the
state stays in memory. *Saved and loaded*: between two commands the state is text. Ours is a row each, as in the tables: a command parses the
rows that it asks for and writes those that it changes. bpmn-engine's is one JSON text of the whole instance, without the model in it.`;

const MODES = { held: 'held', saved: 'saved and loaded' } as const;

interface Taken {
  readonly microseconds: number;
  readonly completions: number;
}

function rowOf(model: string, mode: keyof typeof MODES, ours: Taken, theirs: Taken | null): string[] {
  const instance = (ours.microseconds * ours.completions) / 1_000;
  const ratio = theirs ? theirs.microseconds / ours.microseconds : Number.NaN;
  return [
    model,
    MODES[mode],
    String(ours.completions),
    figure(ours.microseconds),
    figure(instance),
    figure(theirs?.microseconds ?? Number.NaN),
    figure(ratio),
  ];
}

const table = (rows: readonly string[][]): Table => ({
  title: 'One completed user task',
  columns: ['model', 'state', 'tasks', 'Wuxin, µs a task', 'Wuxin, ms an instance', 'bpmn-engine, µs a task', 'ratio'],
  rows,
});

const ROUNDS = 5;

/** The median of several rounds, after one that only warms up. */
async function perTask(play: Play, runs: number): Promise<Taken> {
  const completions = await play();
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begun = performance.now();
    for (let run = 0; run < runs; run += 1) await play();
    rounds.push(((performance.now() - begun) * 1_000) / (runs * completions));
  }
  return { completions, microseconds: median(rounds.slice(1)) };
}
