import type { Json, Variables } from '@wuxin/bpmn-core';
import type { PersonRef, TryOutStep } from '../../common/api';
import type { ContractField, FormContract } from '../../common/form';
import { asBefore, chooseOutcome, isRatingTask } from '../commands';
import { checkReferences, validateSubmission, type FrozenForm } from '../forms';
import { rowsOf, toJson } from '../records';
import type { Tx } from '../runtime/tx';
import { saidOfAct } from './entries';
import { nothingThere, settle } from './effects';
import { sendBack, takeBack } from './going-back';
import { actorOf, completedBy, openTaskAt, whoActs } from './holders';
import type { CaseInMemory } from './scratch-case';
import { PRETENDED_FILE, textOfKey, type TitleOf } from './scratch-record';
import { waitUntil } from './time';
import { formOf } from './version-to-try';
import type { World } from './world';

/** Does one step with everything that follows from it. @throws what the engine would refuse; what was changed until then is of no use any more */
export async function doStep(world: World, step: TryOutStep): Promise<void> {
  world.step += 1;
  switch (step.kind) {
    case 'wait':
      await waitUntil(world, step.until);
      break;
    case 'complete':
      await complete(world, step);
      break;
    case 'return':
      await sendBack(world, step);
      break;
    case 'withdraw':
      await takeBack(world, step);
      break;
    case 'answer':
      await answer(world, step);
      break;
    case 'receive':
      await receive(world, step);
      break;
  }
  await settle(world);
}

async function complete(world: World, step: Extract<TryOutStep, { kind: 'complete' }>): Promise<void> {
  const { tx } = world;
  const { of, opened } = openTaskAt(world, step);
  const { task } = opened;
  const by = await whoActs(tx, opened, step.byId);
  const outcome = chooseOutcome(of.version, task.elementId, step);
  const form = await formOf(tx, of.version, task.elementId);
  if (form && of.record)
    await acceptForm(world, of, form, { data: step.data, skipsRequired: outcome.skipsRequired, by, elementId: task.elementId });
  of.complete(task, completedBy(by, outcome, world.now));
  const facts = () => ({ person: by.name, outcome: outcome.name });
  world.tell(of, saidOfAct('completed', { graph: of.version.graph, elementId: task.elementId }, facts));
  const variables = { outcome: outcome.key };
  const before = { variables: of.session.instance.variables, record: of.record?.remember() ?? null };
  await world.move(
    of,
    { type: 'completeActivity', tokenId: task.tokenId, variables },
    { actor: actorOf(by), byTaskId: task.id, actedBy: by.id },
  );
  of.lastStep = { taskId: task.id, variables: asBefore(before.variables, of.session.instance.variables), record: before.record };
}

interface Submission {
  readonly data: Record<string, unknown>;
  readonly skipsRequired: boolean;
  readonly by: PersonRef;
  readonly elementId: string;
}

/** As the engine takes a form, only into memory. What raters choose goes into sums there, and is not kept here either. */
async function acceptForm(
  world: World,
  of: CaseInMemory,
  { schema, contract }: FrozenForm,
  submission: Submission,
): Promise<void> {
  const { record } = of;
  if (!record) return;
  const { tx } = world;
  const data = withFiles(contract.fields, submission.data);
  const before = record.whole();
  const accepted = await validateSubmission({ schema, contract, data, skipsRequired: submission.skipsRequired, record: before });
  const picked = { ...contract, fields: withoutFiles(contract.fields) };
  await checkReferences(tx, { contract: picked, values: accepted, record: before, userId: submission.by.id });
  if (isRatingTask(of.version, { elementId: submission.elementId })) return;
  const values = toJson(accepted) as Record<string, Json>; // an object stays one
  record.accept(contract, values, await titlesOf(tx, contract, values));
}

/** No file is sent in a try-out: each field of files that may be filled counts as filled. */
function withFiles(fields: readonly ContractField[], data: Record<string, unknown>): Record<string, unknown> {
  const filled = fields.flatMap((field): [string, unknown][] => {
    if (field.kind === 'files' && field.isWritable) return [[field.name, field.isMany ? [PRETENDED_FILE] : PRETENDED_FILE]];
    if (field.kind !== 'rows' || !Array.isArray(data[field.name])) return [];
    const rows = data[field.name] as unknown[]; // see above
    return [[field.name, rows.map((row) => (isRow(row) ? withFiles(field.columns, row) : row))]];
  });
  return { ...data, ...Object.fromEntries(filled) };
}

const withoutFiles = (fields: readonly ContractField[]): ContractField[] =>
  fields.flatMap((field): ContractField[] => {
    if (field.kind === 'files') return [];
    return field.kind === 'rows' ? [{ ...field, columns: withoutFiles(field.columns) }] : [field];
  });

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How the rows are called that a form picked: one look-up for each of its pickers. */
async function titlesOf(tx: Tx, { fields }: Pick<FormContract, 'fields'>, values: Record<string, Json>): Promise<TitleOf> {
  const titles = new Map<string, string>();
  for (const field of fields) {
    const keys = [values[field.name] ?? []].flat();
    if (field.kind !== 'pick' || keys.length === 0) continue;
    const { target, keyField, titleField } = field;
    const rows = await rowsOf(tx, target, { filter: { [keyField]: keys }, fields: [keyField, titleField] });
    for (const row of rows) titles.set(`${target}:${String(row.get(keyField))}`, String(row.get(titleField)));
  }
  return (target, key) => titles.get(`${target}:${textOfKey(key)}`) ?? textOfKey(key);
}

/** What was not done here has given something, or what an incident stopped goes on with it. */
async function answer(
  world: World,
  { caseId, elementId, nth, variables }: Extract<TryOutStep, { kind: 'answer' }>,
): Promise<void> {
  const of = world.find(caseId);
  const incidents = [...(of?.incidents ?? [])].filter(([, incident]) => incident.elementId === elementId);
  const asked = [...(of?.asked ?? [])].filter(([, at]) => at === elementId);
  const tokenId = [...asked, ...incidents].map(([id]) => id)[nth];
  if (!of || tokenId === undefined) throw nothingThere(elementId);
  const given = toJson(variables) as Variables; // an object stays one
  const isFailed = of.session.reader.token(tokenId)?.status === 'failed';
  of.forget(tokenId);
  if (!isFailed) return world.move(of, { type: 'completeActivity', tokenId, variables: given });
  await world.move(of, { type: 'setVariables', variables: given });
  await world.move(of, { type: 'retry', tokenId });
}

async function receive(
  world: World,
  { caseId, elementId, nth, variables }: Extract<TryOutStep, { kind: 'receive' }>,
): Promise<void> {
  const of = world.find(caseId);
  const waiting = of?.session.subscriptions.filter((row) => row.elementId === elementId && isReceived(row.kind))[nth];
  if (!of || !waiting) throw nothingThere(elementId);
  const given = toJson(variables) as Variables; // the action takes an object only, which stays one
  const type = waiting.kind === 'message' ? 'deliverMessage' : 'deliverSignal';
  await world.move(of, { type, subscriptionId: waiting.id, variables: given });
}

export const isReceived = (kind: string): boolean => kind === 'message' || kind === 'signal';
