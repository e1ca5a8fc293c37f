import type { Json, Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import type { PersonRef } from '../../../common/api';
import { startInstance } from '../../commands';
import { peopleOf } from '../../assignment';
import { readRecord } from '../../records';
import { SYSTEM } from '../../runtime/actor';
import { BpmnError } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';
import { tables, type JobRecord } from '../../store';
import { valueFor } from './conditions';
import { dataStarts, type DataStartRule } from './rules';

const DataStartJob = z.object({ ruleId: z.string(), recordId: z.string() });

/**
 * Starts the instance of a rule for a record, as its creator. Nothing happens when rule or record are gone by now, or when the
 * record already has an open instance.
 */
export async function startByData(tx: Tx, job: JobRecord): Promise<void> {
  const { ruleId, recordId } = DataStartJob.parse(job.payload);
  const rule = await dataStarts.find(tx, { id: ruleId, isEnabled: true });
  const record = rule && (await readRecord(tx, { recordCollection: rule.collection, recordId }));
  if (!rule || !record) return;
  const process = await tables.processes.find(tx, { key: rule.processKey });
  const isAboutIt = process?.recordCollection === rule.collection;
  try {
    await startInstance(tx, SYSTEM, {
      processKey: rule.processKey,
      startKey: job.idempotencyKey,
      title: textFrom(rule.title ? valueFor(rule, rule.title, record, tx.now) : null),
      placeId: textFrom(rule.placeField ? record[rule.placeField] : null),
      variables: variablesFor(rule, record, tx.now),
      starter: await creatorOf(tx, record),
      ...(isAboutIt ? { recordId } : {}),
    });
  } catch (error) {
    if (!(error instanceof BpmnError && error.code === 'record.hasOpenInstance')) throw error;
  }
}

/** A title or an id; anything that is neither text nor number is none. */
const textFrom = (value: Json | undefined) =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;

function variablesFor(rule: DataStartRule, record: Variables, now: number): Variables {
  return Object.fromEntries(Object.entries(rule.variables).map(([name, text]) => [name, valueFor(rule, text, record, now)]));
}

async function creatorOf(tx: Tx, { createdById }: Variables): Promise<PersonRef | undefined> {
  if (typeof createdById !== 'number') return undefined;
  const key = `user:${createdById}`;
  return (await peopleOf(tx, [key])).get(key)?.[0];
}
