import type { Database } from '@nocobase/database';
import { models, type Model } from '../models';
import { startApp, type BenchApp } from './app';
import { bpmnEngineInDatabase, createStates } from './blob';
import { openHttp } from './http';
import { measure, measureBoth, type Measured, type Subject } from './subject';
import { nocobaseWorkflow } from './workflow';
import { publishModel, wuxinCommands, wuxinFirstVotes, wuxinOverHttp } from './wuxin';

export interface ServerInput {
  readonly isShort: boolean;
}

export interface ServerResult {
  /** By the name of the model. */
  readonly commands: Readonly<Record<string, { wuxin: Measured; bpmnEngine: Measured }>>;
  readonly http: { wuxin: Measured; workflow: Measured };
  readonly parallel: Measured;
  readonly openTokens: readonly OpenTokens[];
}

/** One more vote of a case: after the messages of its tasks have gone out, and as soon as it has begun. */
export interface OpenTokens {
  readonly open: number;
  readonly settled: Measured;
  readonly atOnce: Measured;
}

/** Everything that is measured inside one NocoBase. */
export async function serverInChild({ isShort }: ServerInput): Promise<ServerResult> {
  const app = await startApp(['workflow-manual']);
  const { test, user, actor } = app;
  await createStates(test.db);
  const keys = new Map<string, string>();
  for (const [index, model] of models().entries()) keys.set(model.name, await publishModel(test.db, `bench${index}`, model));
  const commands: Record<string, { wuxin: Measured; bpmnEngine: Measured }> = {};
  for (const model of models()) {
    const [wuxin, bpmnEngine] = await measureBoth(
      [
        wuxinCommands(test.db, actor, keys.get(model.name) ?? ''),
        await limited(isShort, model, bpmnEngineInDatabase(test.db, model)),
      ],
      [sizeOf(model, isShort, 1), sizeOf(model, isShort, 4)],
    );
    commands[model.name] = { wuxin, bpmnEngine };
  }
  const [linear] = models();
  const linearKey = keys.get(linear?.name ?? '') ?? '';
  const http = await openHttp(test, user);
  const overHttp = {
    wuxin: await measure(wuxinOverHttp(test.db, http, linearKey), { instances: isShort ? 1 : 40 }),
    workflow: await measure(await nocobaseWorkflow(test, http, user), { instances: isShort ? 1 : 40 }),
  };
  const parallel = await measure(wuxinCommands(test.db, actor, linearKey), { instances: isShort ? 4 : 100, parallel: 4 });
  return { commands, http: overHttp, parallel, openTokens: await openTokens(app, isShort) };
}

/** bpmn-engine's vote takes seconds: the short run leaves after some of it. */
async function limited(isShort: boolean, model: Model, prepared: Promise<Subject>): Promise<Subject> {
  const subject = await prepared;
  if (!isShort || !model.name.includes('200')) return subject;
  return {
    async begin() {
      const { next } = await subject.begin();
      let left = 3;
      return { next: async () => (left-- > 0 ? next() : null) };
    },
  };
}

function sizeOf({ name }: Model, isShort: boolean, divisor: number): { instances: number; warmUp: number } {
  if (isShort) return { instances: 1, warmUp: 0 };
  return name.includes('200') ? { instances: 2, warmUp: 1 } : { instances: Math.ceil(60 / divisor), warmUp: 3 };
}

const SAMPLES = 120;
const FIRST = 15;

/** What one more vote costs while 20, 200 or 2,000 are open. */
async function openTokens({ test, actor }: BenchApp, isShort: boolean): Promise<ServerResult['openTokens']> {
  const [, , vote] = models();
  const results = [];
  for (const open of isShort ? [20, 40] : [20, 200, 2_000]) {
    const xml = (vote?.xml ?? '').replace('>200<', `>${open}<`);
    const key = await publishModel(test.db, `open${open}`, { xml });
    const votes = (ready: () => Promise<void>) => wuxinFirstVotes(test.db, actor, key, { votes: FIRST, ready });
    const plays = { instances: isShort ? 1 : SAMPLES / FIRST, warmUp: isShort ? 0 : 1 };
    const settled = await measure(
      votes(() => outboxIsEmpty(test.db)),
      plays,
    );
    results.push({
      open,
      settled,
      atOnce: await measure(
        votes(async () => undefined),
        plays,
      ),
    });
  }
  return results;
}

const LOOK_MS = 20;

async function outboxIsEmpty(db: Database): Promise<void> {
  while ((await db.getRepository('bpmnJobs').count({ filter: { status: 'ready' } })) > 0)
    await new Promise((over) => setTimeout(over, LOOK_MS));
}
