import type { Json, Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import type {
  BoardQuery,
  CompleteTaskBody,
  HandOverBody,
  InboxQuery,
  PackChoice,
  MigrateBody,
  MigrationPlanBody,
  MigrationPreviewBody,
  ReturnBody,
  SaveDraftBody,
  DismissShippedBody,
  ShippedAsked,
  StartBody,
  StopClockBody,
} from '../../common/api';
import { ChangesPage } from './changes-page';

/** Whole numbers arrive as text in a query and as numbers in a body. */
const whole = z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const id = z.string().min(1).max(100);
const text = (maximum: number) => z.string().max(maximum);
const json = z.unknown().transform((value) => value as Json); // a JSON body holds nothing else
const values = z.record(z.string().max(200), json);
/** No list is read further than this: beyond it people search. */
const MAX_PAGE = 100_000;
const page = { page: whole.min(1).max(MAX_PAGE).optional(), pageSize: whole.min(1).max(200).optional() };
const level = z.enum(['onTime', 'near', 'overdue']).optional();
const optionalText = (maximum: number) => text(maximum).optional();

export const Nothing = z.object({});
export const ExportPack = z.object({
  id,
  state: z.enum(['published', 'draft']).default('published'),
  withCalled: z.enum(['true', 'false']).default('false'),
});
export const PackPreviewed = z.object({ fromPack: z.array(text(1000)).max(2000).default([]) });
export const ShippedPreviewed = PackPreviewed.extend({ key: text(200).min(1).optional() }) satisfies z.ZodType<
  ShippedAsked,
  z.ZodTypeDef,
  unknown
>;
export const DismissShipped = z.object({
  key: text(200).min(1),
  since: z.number(),
  reason: text(2000),
  isDismissed: z.boolean(),
}) satisfies z.ZodType<DismissShippedBody>;
export const PackChoices = z.object({
  choices: z
    .array(z.object({ key: text(200).min(1), revision: text(100), fromPack: z.array(text(1000)).max(2000) }))
    .min(1)
    .max(100),
}) satisfies z.ZodType<{ choices: PackChoice[] }>;
export const OneTask = z.object({ id });
export const OneInstance = z.object({ id });
export const OneDocument = z.object({ id, document: text(100).min(1) });
export const Reason = z.object({ id, reason: text(2000) });

export const Inbox = z.object({
  tab: z.enum(['todo', 'done', 'started', 'cc']).default('todo'),
  search: optionalText(200),
  processKey: optionalText(200),
  level,
  ...page,
}) satisfies z.ZodType<InboxQuery, z.ZodTypeDef, unknown>;

export const Complete = z.object({
  id,
  outcome: text(100),
  data: values.default({}),
  opinion: optionalText(20_000),
  fileIds: z.array(whole).max(50).optional(),
  channel: z.enum(['web', 'phone', 'paper']).optional(),
  onBehalfOf: whole.optional(),
  occurredAt: z.number().optional(),
}) satisfies z.ZodType<CompleteTaskBody, z.ZodTypeDef, unknown>;

export const Draft = z.object({ id, data: values, opinion: text(20_000).default('') }) satisfies z.ZodType<
  SaveDraftBody,
  z.ZodTypeDef,
  unknown
>;
export const HandOver = z.object({ id, to: whole, reason: text(2000) }) satisfies z.ZodType<HandOverBody, z.ZodTypeDef, unknown>;
export const StopClock = z.object({ id, reason: text(2000), until: text(10).optional() }) satisfies z.ZodType<StopClockBody>;
export const RemovePerson = z.object({ id, taskId: text(100).min(1), reason: text(2000) });
export const Return = z.object({ id, elementId: text(200), reason: text(2000) }) satisfies z.ZodType<
  ReturnBody,
  z.ZodTypeDef,
  unknown
>;
export const Remind = z.object({ id, message: optionalText(500) });
export const Options = z.object({ id, target: text(200), search: optionalText(200) });
export const RemoveFile = z.object({ id, fileId: whole });

export const Start = z.object({
  processKey: text(200),
  title: optionalText(500),
  placeId: optionalText(100),
  businessKey: optionalText(200),
  isIdempotent: z.boolean().optional(),
  variables: values.optional(),
  record: values.optional(),
  recordId: z.union([z.string(), z.number()]).optional(),
}) satisfies z.ZodType<StartBody, z.ZodTypeDef, unknown>;

export const Cc = z.object({ id, userIds: z.array(whole), note: optionalText(500) });
const variables = values.transform((given): Variables => given);
export const MessageInput = z.object({
  name: text(200),
  correlationKey: optionalText(500),
  instanceId: optionalText(100),
  variables: variables.optional(),
});
export const SignalInput = z.object({ name: text(200), variables: variables.optional() });

export const OneProcess = z.object({ id });
export const ProcessChanges = z.object({ id, ...ChangesPage });
export const Retire = z.object({ id, reason: text(2000).default('') });
export const RollBack = z.object({ id, number: whole, reason: text(2000).default('') });
export const VersionCases = z.object({ id, number: whole, page: page.page });
export const OneTemplate = z.object({ id, template: text(100).min(1) });
const lines = text(8000).transform((given) => given.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])));
export const AddTemplate = z.object({
  id,
  name: text(100).transform((given) => given.trim()),
  nameEn: optionalText(200),
  readers: z.enum(['participants', 'case']).default('participants'),
  onlyWith: optionalText(300),
  needs: lines.default(''),
});
export const StartPlaces = z.object({ id, search: optionalText(100) });
export const Deploy = z.object({ xml: z.string(), name: optionalText(200), note: optionalText(2000) });
export const CompareVersions = z.object({ id, from: whole.min(1), to: whole.min(1) });
export const SaveProcessDraft = z.object({ id, xml: z.string(), revision: text(100) });
export const CopyForm = z.object({ id, elementId: text(200).min(1), from: text(200).min(1) });
export const PreviewForm = z.object({ id, elementId: text(200).min(1) });
export const AddField = z.object({
  id,
  title: text(100),
  kind: z.enum(['text', 'longText', 'number', 'date', 'boolean', 'choice', 'person', 'files']),
  options: z.array(text(100)).max(100).optional(),
});
export const ImportDrawing = z.object({ xml: z.string() });
export const DrawProcess = z.object({ name: text(200), recordCollection: optionalText(200) });
const ids = z.record(z.string().max(200), z.string().max(200));
const mapping = z.object({ elements: ids, flows: ids });
const migrated = {
  id,
  from: whole.min(1),
  to: whole.min(1),
  mapping,
  deadlines: z.enum(['kept', 'recomputed']),
  at: optionalText(200),
};
export const MigrationPlan = z.object({
  id,
  from: whole.min(1),
  to: whole.min(1),
  chosen: z.record(z.string().max(200), z.string().max(200).nullable()).optional(),
}) satisfies z.ZodType<MigrationPlanBody, z.ZodTypeDef, unknown>;
export const PreviewMigration = z.object({ ...migrated, after: optionalText(100), pageSize: page.pageSize }) satisfies z.ZodType<
  MigrationPreviewBody,
  z.ZodTypeDef,
  unknown
>;
export const Migrate = z.object({
  ...migrated,
  reason: text(2000),
  instanceIds: z.array(id).max(10_000).optional(),
}) satisfies z.ZodType<MigrateBody, z.ZodTypeDef, unknown>;
export const MigrationRunPage = z.object({ id, ...page });
export const OneIncident = z.object({ id });
export const OpenIncidents = z.object({ processKey: optionalText(200), instanceId: optionalText(100) });
export const Retry = z.object({
  id,
  reason: text(2000).default(''),
  variables: variables.optional(),
  parameters: variables.optional(),
});
export const CorrectParameters = z.object({ id, reason: text(2000), parameters: variables });
export const Resolve = z.object({ id, note: text(2000) });
export const BoardInput = z.object({
  placeId: optionalText(100),
  processKey: optionalText(200),
  level,
  stage: optionalText(200),
  ...page,
}) satisfies z.ZodType<BoardQuery, z.ZodTypeDef, unknown>;

export const People = z.object({
  purpose: z.enum(['transfer', 'delegate', 'onBehalfOf', 'cc', 'standIn']),
  taskId: id.optional(),
  instanceId: id.optional(),
  search: optionalText(100),
});
export const AskForPublishing = z.object({ id, note: text(2000).default('') });
