import type { Json, Variables } from '@wuxin/bpmn-core';
import type { TryOutPath, TryOutStep } from '../../common/api';
import { personOf } from '../commands';
import { toJson } from '../records';
import type { Tx } from '../runtime/tx';
import { settle } from './effects';
import { refusalsOf } from './refusals';
import { begin } from './start';
import { stateOf, type TryOutState } from './state';
import { doStep } from './steps';
import { versionToTry, type TriedVersion } from './version-to-try';
import { World } from './world';

export const MAIN_CASE = 'main';

export interface Replay {
  readonly world: World;
  readonly tried: TriedVersion;
  /** After the start, and after each step. */
  readonly states: readonly TryOutState[];
  /** What could not be done; the world is as before it. */
  readonly refused: { readonly step: number; readonly error: unknown } | null;
}

/**
 * Does a path from its beginning, in memory, on the process as the designer shows it. It reads as its transaction sees people, posts,
 * calendars and parameters, and writes nothing. A step that is refused ends it: the replay is that of the steps before.
 *
 * @throws what keeps the path from beginning
 */
export async function replay(tx: Tx, key: string, { setup, steps }: TryOutPath): Promise<Replay> {
  const tried = await versionToTry(tx, key);
  const world = await start(tx, tried, setup);
  const states = [stateOf(world)];
  for (const [index, step] of steps.entries()) {
    const refusal = await refusalOf(tx, () => doStep(world, step));
    // what a refused step has changed until then is of no use: what came before is done anew
    if (refusal)
      return { ...(await withoutRest(tx, key, { setup, steps: steps.slice(0, index) })), refused: { step: index, ...refusal } };
    states.push(stateOf(world));
  }
  return { world, tried, states, refused: null };
}

async function withoutRest(tx: Tx, key: string, path: { setup: TryOutPath['setup']; steps: TryOutStep[] }): Promise<Replay> {
  const before = await replay(tx, key, path);
  if (before.refused) throw before.refused.error;
  return before;
}

async function refusalOf(tx: Tx, work: () => Promise<void>): Promise<{ error: unknown } | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!refusalsOf(tx.db).find(error, 'zh-CN')) throw error;
    return { error };
  }
}

async function start(tx: Tx, tried: TriedVersion, setup: TryOutPath['setup']): Promise<World> {
  const world = new World(tx, setup.startAt);
  const starter = await personOf(tx, setup.starterId);
  const variables = setup.variables as Variables; // an HTTP body is JSON
  const { process } = tried;
  await begin(world, {
    ...tried,
    caseId: MAIN_CASE,
    processId: process.key,
    placeId: setup.placeId,
    starter,
    variables,
    record: toJson(setup.record) as Record<string, Json>, // an object stays one
  });
  await settle(world);
  return world;
}
