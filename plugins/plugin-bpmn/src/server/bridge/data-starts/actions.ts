import type { Json } from '@wuxin/bpmn-core';
import type { HandlerType } from '@nocobase/resourcer';
import { z } from 'zod';
import { action, reading } from '../../actions';
import type { Reader } from '../../queries';
import { forbidden } from '../../runtime/errors';
import { tables } from '../../store';
import { dataStarts, type DataStartRule } from './rules';
import { DATA_START_JOB } from './hooks';
import { removeRule, retryStarts, saveRule } from './manage-rules';

const text = (maximum: number) => z.string().max(maximum);
const optional = z
  .string()
  .max(2000)
  .nullish()
  .transform((value) => value?.trim() || null);

const RuleInput = z.object({
  id: text(100).optional(),
  name: text(200).min(1),
  collection: text(200),
  event: z.enum(['created', 'updated']),
  condition: optional,
  processKey: text(200),
  placeField: optional,
  title: optional,
  variables: z.record(text(200), text(2000)).default({}),
  isEnabled: z.boolean().default(true),
});

/** A rule with what became of it: starts that failed so often that somebody has to look. */
export interface DataStartRow extends DataStartRule {
  readonly failed: readonly { readonly jobId: string; readonly recordId: Json; readonly code: string | null }[];
}

async function overview({ tx, isAdministrator }: Reader): Promise<readonly DataStartRow[]> {
  if (!isAdministrator) throw forbidden('dataStart.administratorsOnly');
  const rules = await dataStarts.select(tx, {}, { order: [['name', 'ASC']] });
  const failed = await tables.jobs.select(tx, { kind: DATA_START_JOB, status: 'failed' });
  return rules.map((rule) => ({
    ...rule,
    failed: failed
      .filter(({ payload }) => payload.ruleId === rule.id)
      .map(({ id, payload, lastError }) => ({ jobId: id, recordId: payload.recordId ?? null, code: lastError })),
  }));
}

/** `bpmnDataStarts:overview | save | remove | retry`, for administrators. */
export const dataStartActions: Record<string, HandlerType> = {
  'bpmnDataStarts:overview': action(z.object({}), (request) => reading(request, overview)),
  'bpmnDataStarts:save': action(RuleInput, ({ engine, actor }, rule) => engine.write((tx) => saveRule(tx, actor, rule))),
  'bpmnDataStarts:remove': action(z.object({ id: text(100) }), ({ engine, actor }, { id }) =>
    engine.write((tx) => removeRule(tx, actor, id)),
  ),
  'bpmnDataStarts:retry': action(z.object({ id: text(100) }), ({ engine, actor }, { id }) =>
    engine.write((tx) => retryStarts(tx, actor, id)),
  ),
};
