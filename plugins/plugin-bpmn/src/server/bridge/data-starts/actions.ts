import type { HandlerType } from '@nocobase/resourcer';
import { z } from 'zod';
import type { DataStartBody } from '../../../common/api';
import { action, ChangesPage, reading } from '../../actions';
import { forbidden } from '../../runtime/errors';
import { settingChangePage } from '../../setting-changes';
import { checkRule } from './check-rule';
import { dataStartOptions } from './options';
import { dataStartOverview, dataStartReach } from './overview';
import { removeRule, retryStarts, saveRule } from './manage-rules';

const text = (maximum: number) => z.string().max(maximum);
const optional = z
  .string()
  .max(2000)
  .nullish()
  .transform((value) => value?.trim() || null);

const variables = z.record(text(200), text(2000)).default({});
const one = z.object({ id: text(100) });
const CheckInput = z.object({ collection: text(200).default(''), condition: optional, title: optional, variables });
const RuleInput = z.object({
  id: text(100).optional(),
  name: text(200).min(1),
  collection: text(200),
  event: z.enum(['created', 'updated']),
  condition: optional,
  processKey: text(200),
  placeField: optional,
  title: optional,
  variables,
  isEnabled: z.boolean().default(true),
}) satisfies z.ZodType<DataStartBody, z.ZodTypeDef, unknown>;

/** `bpmnDataStarts:…`, for administrators. */
export const dataStartActions: Record<string, HandlerType> = {
  'bpmnDataStarts:overview': action(z.object({}), (request) => reading(request, dataStartOverview)),
  'bpmnDataStarts:options': action(z.object({}), (request) => reading(request, dataStartOptions)),
  'bpmnDataStarts:reach': action(one, (request, { id }) => reading(request, (reader) => dataStartReach(reader, id))),
  'bpmnDataStarts:changes': action(z.object(ChangesPage), (request, page) =>
    reading(request, async ({ tx, isAdministrator, locale }) => {
      if (!isAdministrator) throw forbidden('dataStart.administratorsOnly');
      return settingChangePage(tx, { subject: 'dataStart', subjectKey: null, ...page }, locale);
    }),
  ),
  'bpmnDataStarts:check': action(CheckInput, (request, rule) => reading(request, async (reader) => checkRule(reader, rule))),
  'bpmnDataStarts:save': action(RuleInput, ({ engine, actor }, rule) => engine.write((tx) => saveRule(tx, actor, rule))),
  'bpmnDataStarts:remove': action(one, ({ engine, actor }, { id }) => engine.write((tx) => removeRule(tx, actor, id))),
  'bpmnDataStarts:retry': action(one, ({ engine, actor }, { id }) => engine.write((tx) => retryStarts(tx, actor, id))),
};
