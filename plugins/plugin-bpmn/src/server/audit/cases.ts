import type { Graph } from '@wuxin/bpmn-core';
import { evaluateAt } from '../expressions';
import { recordsOf } from '../records';
import type { Tx } from '../runtime/tx';
import { tables, type InstanceRecord } from '../store';
import { knownGraph } from './graphs';
import { Actors } from './actors';
import { awaitedWork } from './awaited-work';
import { completedIn } from './completed-tasks';
import { inputsAsOf, parametersAsOf } from './parameters-as-of';
import { formerVersionIds, graphAsOf, stretchesOf } from './stretches';
import type { AuditedCase, CalledInstance } from './types';

/** Cases of one batch, and the rows of history that they may have together: a case of a meeting of 2,000 goes alone. */
const MAX_CASES = 200;
const MAX_HISTORY_ROWS = 10_000;

interface Surroundings {
  readonly actors: Actors;
  readonly withRecords: boolean;
}

/** Every case of the database with its rows, in order of the ids. */
export async function* auditedCases(tx: Tx, { withRecords }: Pick<Surroundings, 'withRecords'>): AsyncGenerator<AuditedCase> {
  const surroundings = { actors: new Actors(tx), withRecords };
  for await (const ids of batches(tx)) yield* await load(tx, ids, surroundings);
}

async function* batches(tx: Tx): AsyncGenerator<readonly string[]> {
  for (let after = ''; ; ) {
    const heads = await tables.instances.selectColumns(tx, ['id', 'historySequence'], tables.instances.after('id', after), {
      order: [['id', 'ASC']],
      limit: MAX_CASES,
    });
    const last = heads.at(-1);
    if (!last) return;
    yield* sliced(heads);
    after = last.id;
  }
}

function sliced(heads: readonly Pick<InstanceRecord, 'id' | 'historySequence'>[]): string[][] {
  const slices: string[][] = [];
  let rows = 0;
  for (const { id, historySequence } of heads) {
    const current = slices.at(-1);
    if (current && rows + historySequence <= MAX_HISTORY_ROWS) current.push(id);
    else {
      slices.push([id]);
      rows = 0;
    }
    rows += historySequence;
  }
  return slices;
}

async function load(tx: Tx, ids: readonly string[], { actors, withRecords }: Surroundings): Promise<AuditedCase[]> {
  const of = { instanceId: [...ids] };
  const open = { ...of, status: 'open' };
  const instances = await tables.instances.select(tx, { id: [...ids] }, { order: [['id', 'ASC']] });
  const tokenRows = await tables.tokens.select(tx, of, { order: [['id', 'ASC']] });
  const tokens = byInstance(tokenRows);
  const subscriptions = byInstance(await tables.subscriptions.select(tx, of, { order: [['id', 'ASC']] }));
  const compensations = byInstance(await tables.compensations.select(tx, of));
  const openTasks = await tables.tasks.select(tx, open, { order: [['id', 'ASC']] });
  const actableTaskIds = await actors.actable(openTasks);
  const completed = await completedIn(tx, ids);
  const jobs = byInstance(await tables.jobs.select(tx, of));
  const openIncidents = byInstance(await tables.incidents.select(tx, open));
  const sums = byInstance(await tables.sums.select(tx, of));
  const paperCounts = byInstance(await tables.paperCounts.select(tx, of));
  const history = await tables.history.select(tx, of, { order: [['sequence', 'ASC']] });
  const historyIds = tables.history.among(tx.db, 'id', of);
  const payloads = new Map(
    (await tables.historyPayloads.select(tx, { historyId: historyIds })).map((row) => [row.historyId, row]),
  );
  const called = await calledBy(tx, ids);
  const records = withRecords ? await recordsOf(tx, instances) : () => null;
  const [tasksOf, completedOf, historyOf] = [byInstance(openTasks), byInstance(completed.tasks), byInstance(history)];
  const versionIds = [...instances.map(({ versionId }) => versionId), ...formerVersionIds(history)];
  const graphs = new Map<string, Graph | undefined>();
  for (const versionId of new Set(versionIds)) graphs.set(versionId, await knownGraph(tx, versionId));
  const graphOf = (versionId: string) => graphs.get(versionId);
  const versionOf = new Map(instances.map(({ id, versionId }) => [id, versionId]));
  const awaitedTokenIds = await awaitedWork(tx, tokenRows, ({ instanceId }) => graphOf(versionOf.get(instanceId) ?? ''));
  return instances.map((instance) => {
    const graph = graphOf(instance.versionId);
    const stretches = stretchesOf(historyOf(instance.id), { graph, graphOf });
    return {
      instance,
      graph,
      stretches,
      graphAsOf: (sequence) => graphAsOf(stretches, sequence),
      tokens: tokens(instance.id),
      subscriptions: subscriptions(instance.id),
      compensations: compensations(instance.id),
      openTasks: tasksOf(instance.id),
      completedTasks: completedOf(instance.id),
      standIns: completed.standIns,
      actableTaskIds,
      awaitedTokenIds,
      jobs: jobs(instance.id),
      openIncidents: openIncidents(instance.id),
      sums: sums(instance.id),
      paperCounts: paperCounts(instance.id),
      history: historyOf(instance.id),
      payloads,
      called: called(instance.id),
      record: records(instance),
      evaluate: evaluatorOf(tx, { instance, record: records(instance), history: historyOf(instance.id) }),
    };
  });
}

type Evaluated = Pick<AuditedCase, 'instance' | 'record' | 'history'>;

function evaluatorOf({ now }: Tx, { instance, record, history }: Evaluated): AuditedCase['evaluate'] {
  const { processKey, variables } = instance;
  const element = { elementId: processKey, elementName: processKey };
  return (expression, asOf = Number.POSITIVE_INFINITY) => {
    const parameters = parametersAsOf(instance.parameters, history, asOf);
    return evaluateAt(element, expression, { variables: inputsAsOf(variables, history, asOf), record, parameters }, now);
  };
}

/** An instance still answers its caller, or tells it of a deadline, while the job that does so is there. */
async function calledBy(tx: Tx, ids: readonly string[]) {
  const columns = ['id', 'status', 'parentInstanceId', 'parentTokenId', 'dueAt'] as const;
  const rows = await tables.instances.selectColumns(tx, columns, { parentInstanceId: [...ids] });
  const kind = ['completeCall', 'callerDeadline'];
  const toCaller = rows.length > 0 ? { instanceId: rows.map(({ id }) => id), kind } : { id: [] };
  const jobs = await tables.jobs.selectColumns(tx, ['instanceId', 'kind'], toCaller);
  const sendersOf = (sent: string) => new Set(jobs.filter((job) => job.kind === sent).map(({ instanceId }) => instanceId));
  const [answering, telling] = [sendersOf('completeCall'), sendersOf('callerDeadline')];
  return byInstance(
    rows.map(({ parentInstanceId, ...row }): CalledInstance & { instanceId: string | null } => ({
      ...row,
      instanceId: parentInstanceId,
      hasAnswerUnderWay: answering.has(row.id),
      hasDeadlineUnderWay: telling.has(row.id),
    })),
  );
}

function byInstance<Row extends { readonly instanceId: string | null }>(rows: readonly Row[]): (id: string) => readonly Row[] {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.instanceId);
    if (group) group.push(row);
    else groups.set(row.instanceId, [row]);
  }
  return (id) => groups.get(id) ?? [];
}
