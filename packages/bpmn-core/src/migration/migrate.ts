import type { CompensationRow, Env, Json, StateReader, TokenRow } from '../contract';
import { findElement, findFlow } from '../graph';
import { kinds } from '../kinds';
import { fireJoin } from '../interpret/inclusive';
import { StepFailure } from '../interpret/errors';
import { gatewaysWithWaiting, waitingAt } from '../interpret/joins';
import { Run } from '../interpret/run';
import { settle } from '../interpret/settle';
import { isJsonArray, isJsonObject, type JsonObject } from '../json';
import { JoinCheck } from './joins';
import { imageOf, type Versions } from './pairs';
import { reasonAt, reasonsFor, type Plan } from './reasons';
import { allCompensations, allTokens, type Placed } from './rows';
import { moveSubscriptions, PartlyReceived } from './subscriptions';
import type { Migration, MigrationMapping, MigrationOptions, MigrationReason, MovedToken } from './types';

/** A mapping with what is known of both versions; made once for all instances that it is for. */
export function planMigration(versions: Versions, mapping: MigrationMapping): Plan {
  const { source, target } = versions;
  return { source, target, mapping, sourceJoins: new JoinCheck(source), targetJoins: new JoinCheck(target) };
}

/**
 * Moves an instance to the target version: every token stands at the element that its own is mapped to and waits for what that
 * waits for; work outside goes on under the same tokens. Then everything goes on that can, as after a command.
 *
 * Pure: a refusal has changed nothing and says every reason. What has happened stays: what was entered and mapped in is not
 * entered again, and what is completed is not completed anew.
 */
export function migrate(plan: Plan, state: StateReader, env: Env, options: MigrationOptions): Migration {
  const run = new Run(plan.target, state, env, kinds);
  const { id, status, processId } = run.instance;
  if (status !== 'running') return refused({ code: 'instanceEnded', elementId: processId, tokenId: null, data: { status, id } });
  const placed = allTokens(run);
  const records = allCompensations(run, plan.source, placed);
  const reasons = reasonsFor(plan, placed, records);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const moved = placed.map(({ token }) => moveToken(run, plan, token));
  for (const record of records) moveRecord(run, plan, record);
  for (const one of placed) {
    const reason = waitAnew(run, plan, options, one);
    if (reason) return refused(reason);
  }
  fireFullJoins(run, placed);
  run.variablesChanged = true;
  settle(run);
  return { kind: 'migrated', applied: run.applied(), moved };
}

const refused = (reason: MigrationReason): Migration => ({ kind: 'refused', reasons: [reason] });

function moveToken(run: Run, { target, mapping }: Plan, token: TokenRow): MovedToken {
  const toId = imageOf(mapping.elements, token.elementId) ?? token.elementId;
  const wayId = imageOf(mapping.flows, token.flowId ?? '') ?? token.flowId;
  const isWay = wayId !== null && findFlow(target, wayId)?.targetId === toId;
  run.tokens.update({ ...token, elementId: toId, flowId: isWay ? wayId : null, data: movedData(mapping, token.data) });
  return { tokenId: token.id, fromId: token.elementId, toId };
}

/** The ids of elements and flows that a row keeps. */
function movedData({ elements, flows }: MigrationMapping, data: JsonObject): JsonObject {
  const moved: Record<string, Json> = { ...data };
  if (isJsonObject(data.joins)) moved.joins = movedJoins({ elements, flows }, data.joins);
  const { pending } = data;
  if (isJsonArray(pending))
    moved.pending = pending.map((id): Json => (typeof id === 'string' ? (imageOf(elements, id) ?? id) : id));
  return moved;
}

function movedJoins({ elements, flows }: MigrationMapping, joins: JsonObject): JsonObject {
  const moved: Record<string, JsonObject> = {};
  for (const [gatewayId, byFlow] of Object.entries(joins)) {
    if (!isJsonObject(byFlow)) continue;
    const id = imageOf(elements, gatewayId) ?? gatewayId;
    const waiting = Object.entries(byFlow).map(([flowId, ids]): [string, Json] => [imageOf(flows, flowId) ?? flowId, ids]);
    moved[id] = { ...moved[id], ...Object.fromEntries(waiting) };
  }
  return moved;
}

function moveRecord(run: Run, { mapping }: Plan, record: CompensationRow): void {
  run.compensations.update({ ...record, elementId: imageOf(mapping.elements, record.elementId) ?? record.elementId });
}

/** @returns why it cannot wait there */
function waitAnew(run: Run, plan: Plan, options: MigrationOptions, { token, parent }: Placed): MigrationReason | null {
  const from = findElement(plan.source, token.elementId);
  const now = run.tokens.get(token.id);
  const to = now && findElement(plan.target, now.elementId);
  if (!from || !now || !to) return null;
  try {
    moveSubscriptions(run, plan, options, { token: now, isInstance: parent?.kind === 'multiInstance', from, to });
    return null;
  } catch (error) {
    const at = { elementId: token.elementId, tokenId: token.id };
    if (error instanceof StepFailure)
      return reasonAt(to, { code: 'eventFails', ...at, data: { cause: error.code, ...error.data } });
    if (!(error instanceof PartlyReceived)) throw error;
    const event = findElement(plan.source, error.elementId);
    return reasonAt(event, { code: 'eventPartlyReceived', ...at, elementId: error.elementId, data: {} });
  }
}

/** A join whose other branches are gone goes on at once. */
function fireFullJoins(run: Run, placed: readonly Placed[]): void {
  for (const { token } of placed) {
    if (token.kind !== 'scope') continue;
    run.touchedScopes.add(token.id);
    const scope = run.tokens.get(token.id) ?? token;
    for (const id of gatewaysWithWaiting(scope)) {
      const gateway = run.element(id);
      const now = run.tokens.get(token.id) ?? scope;
      const waiting = waitingAt(now, id);
      if (gateway.kind === 'parallelGateway' && gateway.incoming.every((flowId) => waiting.has(flowId)))
        fireJoin(run, now, gateway);
    }
  }
}
