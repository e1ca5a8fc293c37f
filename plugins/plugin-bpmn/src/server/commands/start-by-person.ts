import type { Filter } from '@nocobase/database';
import { createHash } from 'node:crypto';
import type { Json, Variables } from '@wuxin/bpmn-core';
import { fieldsOf } from '../records';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, forbidden } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type ProcessRecord } from '../store';
import { startFieldsOf, type LoadedVersion } from '../versions';
import { mayStart } from './may-start';
import { startInstance, type StartedInstance, type StartRequest } from './start-instance';
import { readStartVariables } from './start-variables';

export interface PersonalStart extends Pick<StartRequest, 'processKey' | 'title' | 'placeId' | 'businessKey'> {
  /** A second start by the same person with the same business key at the same place gives the first instance. */
  readonly isIdempotent?: boolean;
  readonly variables?: Variables;
  readonly record?: Record<string, Json>;
  readonly recordId?: string | number;
}

interface Rights {
  /** Which rows of a collection the person may read; null: none. */
  readonly rowScope: (collection: string) => Promise<Filter | null>;
}

/**
 * A person starts a case, with what the process lets a starter give and nothing else. Who may: {@link mayStart}.
 *
 * @throws what {@link mayStart}, {@link readStartVariables} and {@link startInstance} throw; bad input `start.fieldNotDeclared`,
 * `record.fieldNotAllowed`; forbidden `record.mayNotUse`; conflict `start.keyTaken`
 */
export async function startByPerson(tx: Tx, actor: Actor, start: PersonalStart, rights: Rights): Promise<StartedInstance> {
  const { process, version } = await mayStart(tx, actor, start);
  const { processKey, title, placeId, businessKey } = start;
  const variables = readStartVariables(version, start.variables);
  const record = readStartFields(tx, { process, version }, start.record);
  const about = await existingRecord(process, start, rights);
  const request = { processKey, title, placeId, businessKey, variables, record, ...about, startKey: keyOf(start) };
  const started = await startInstance(tx, actor, request);
  if (!started.isNew) await mustBeTheirs(tx, actor, started, businessKey);
  return started;
}

function keyOf({ processKey, placeId = null, businessKey, isIdempotent }: PersonalStart): string | null {
  if (!isIdempotent || !businessKey) return null;
  const key = `start:${JSON.stringify([processKey, placeId, businessKey])}`;
  return key.length <= MAX_KEY ? key : `start:${createHash('sha256').update(key).digest('hex')}`;
}

/** As long as the column. */
const MAX_KEY = 255;

/** The first form will show the record. */
async function existingRecord({ recordCollection }: ProcessRecord, { recordId }: PersonalStart, { rowScope }: Rights) {
  if (recordId === undefined || !recordCollection) return { recordId: null };
  const recordScope = await rowScope(recordCollection);
  if (recordScope === null) throw forbidden('record.mayNotUse');
  return { recordId: String(recordId), recordScope };
}

/** Plain fields that the process declares: a starter points at no row of another collection. */
function readStartFields(
  tx: Tx,
  { process, version }: { process: ProcessRecord; version: LoadedVersion },
  given: Record<string, Json> = {},
): Record<string, Json> {
  const declared = startFieldsOf(version.graph, process.key);
  const others = Object.keys(given).filter((name) => !declared.includes(name));
  if (others.length > 0) throw badInput('start.fieldNotDeclared', { names: others });
  const collection = process.recordCollection ? tx.db.getCollection(process.recordCollection) : undefined;
  const associations = collection ? fieldsOf(collection).filter(({ target }) => target !== undefined) : [];
  const references = Object.keys(given).filter((name) => associations.some((field) => field.name === name));
  if (references.length > 0) throw badInput('record.fieldNotAllowed', { paths: references, path: references.join(', ') });
  return given;
}

/** Somebody else's case under the same key may name people; its number leads nowhere for this one. */
async function mustBeTheirs(tx: Tx, actor: Actor, { instanceId }: StartedInstance, businessKey: PersonalStart['businessKey']) {
  const found = await tables.instances.find(tx, { id: instanceId });
  if (found?.starterId !== actor.userId) throw conflict('start.keyTaken', { businessKey: businessKey ?? '' });
}
