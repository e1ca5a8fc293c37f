import { apply, compile, findElement, parseDefinitions, type Command, type Env, type Graph } from '@wuxin/bpmn-core';
import { evaluateFeel } from '@wuxin/feel';
import type { Model } from '../models';
import { HeldRows, SavedRows, type InstanceRows } from './rows';

const NOW = Date.parse('2026-11-05T12:00:00+08:00');

const env: Env = {
  now: NOW,
  unknownCondition: 'false',
  evaluate: (feel, variables) => evaluateFeel(feel, variables, { now: NOW }),
  runScript: () => ({}),
};

/** Parses once; what follows plays the graph. */
export async function prepareWuxin({ xml }: Model): Promise<{ held: () => Promise<number>; saved: () => Promise<number> }> {
  const { graph, problems } = compile(await parseDefinitions(xml));
  if (!graph) throw new Error(`the model does not compile: ${JSON.stringify(problems)}`);
  return { held: async () => play(graph, new HeldRows('i', 'P')), saved: async () => play(graph, new SavedRows('i', 'P')) };
}

/** One instance from its start to its end. @returns how many user tasks were completed */
function play(graph: Graph, rows: InstanceRows): number {
  const open = new Set<string>();
  run(graph, rows, open, { type: 'start', variables: {} });
  let completions = 0;
  for (let [tokenId] = open; tokenId !== undefined; [tokenId] = open) {
    open.delete(tokenId);
    run(graph, rows, open, { type: 'completeActivity', tokenId, variables: {} });
    completions += 1;
  }
  if (rows.read((reader) => reader.instance.status) !== 'completed') throw new Error('the instance did not end');
  return completions;
}

/** A command and the work that nobody is asked to do. */
function run(graph: Graph, rows: InstanceRows, open: Set<string>, first: Command): void {
  const commands = [first];
  for (let command = commands.shift(); command; command = commands.shift()) {
    const current = command;
    const applied = rows.read((reader) => apply(graph, reader, current, env));
    rows.write(applied.changes);
    for (const effect of applied.effects) {
      if (effect.type === 'workCancelled') open.delete(effect.tokenId);
      if (effect.type !== 'workOpened') continue;
      const isForPeople = findElement(graph, effect.elementId)?.type === 'bpmn:UserTask';
      if (isForPeople) open.add(effect.tokenId);
      else commands.push({ type: 'completeActivity', tokenId: effect.tokenId, variables: {} });
    }
  }
}
