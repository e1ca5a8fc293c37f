import type { CountsInput } from '@wuxin/ballot-core';
import { isLocalDate } from '@wuxin/plugin-bpmn';
import { z } from 'zod';
import type {
  EnterRollBody,
  FillRollBody,
  MeetingBody,
  MeetingListQuery,
  MotionBody,
  MovementBody,
  RollChangeBody,
} from '../../common/api';
import { SHEET_FIELDS } from '../motions';

const id = z.string().min(1).max(100);
const text = (maximum: number) => z.string().max(maximum);
/** Whole numbers arrive as text in a query and as numbers in a body. */
const whole = z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const time = z.number().int().nonnegative().max(8.64e15);
const day = z.string().refine(isLocalDate);
const page = {
  search: text(200).optional(),
  page: whole.min(1).max(100_000).optional(),
  pageSize: whole.min(1).max(200).optional(),
};

export const Nothing = z.object({});
export const One = z.object({ id });
export const Reason = z.object({ id, reason: text(2000) });
export const Search = z.object({ search: text(200).default('') });

const POSTS = ['chair', 'minuteTaker', 'teller', 'supervisor', 'clerk'] as const;
const STATUSES = ['draft', 'convened', 'open', 'adjourned', 'closed', 'notHeld', 'cancelled'] as const;

export const MeetingListAsked = z.object({
  scope: z.enum(['mine', 'all']).optional(),
  status: z.array(z.enum(STATUSES)).max(STATUSES.length).optional(),
  ...page,
}) satisfies z.ZodType<MeetingListQuery, z.ZodTypeDef, unknown>;

const staff = z.array(z.object({ userId: whole, post: z.enum(POSTS) })).max(50);
const meeting = {
  typeKey: text(200).min(1),
  title: text(200),
  placeId: id.nullable().optional(),
  plannedAt: time,
  venue: text(200),
  agenda: z.array(z.object({ title: text(500).min(1), text: text(20_000).optional() })).max(100),
  staff,
};
export const Meeting = z.object({ ...meeting, reconvenes: id.optional() }) satisfies z.ZodType<
  MeetingBody,
  z.ZodTypeDef,
  unknown
>;
export const MeetingChange = z.object({ id, ...z.object(meeting).partial().shape });
export const Staff = z.object({ id, staff, reason: text(2000) });
export const Convene = z.object({ id, noticeOn: day, despite: text(2000).optional() });
export const Adjourn = z.object({ id, reason: text(2000), continuesAt: time.optional() });
export const Reconvene = z.object({ id, plannedAt: time, venue: text(200).optional() });
export const Minutes = z.object({ id, minutes: text(200_000) });

const unit = z.enum(['person', 'household']);
const fieldName = text(200).min(1);
export const FillRoll = z.object({
  id,
  unit,
  collection: text(200).min(1),
  filter: z.record(z.string(), z.unknown()),
  fields: z.object({
    name: fieldName,
    user: fieldName.optional(),
    household: fieldName.optional(),
    representsHousehold: fieldName.optional(),
    isWoman: fieldName.optional(),
    standing: fieldName.optional(),
    identity: fieldName.optional(),
    area: fieldName.optional(),
  }),
}) satisfies z.ZodType<FillRollBody, z.ZodTypeDef, unknown>;

const entry = z.object({
  name: text(200),
  userId: whole.optional(),
  household: text(200).optional(),
  representsHousehold: z.boolean().optional(),
  isWoman: z.boolean().optional(),
  standing: z.enum(['full', 'probationary', 'placedOnProbation']).optional(),
  identity: text(200).optional(),
  area: text(20).optional(),
});
export const EnterRoll = z.object({ id, unit, entries: z.array(entry).min(1).max(10_000) }) satisfies z.ZodType<
  EnterRollBody,
  z.ZodTypeDef,
  unknown
>;
export const Entries = z.object({ id, entryIds: z.array(id).min(1).max(10_000) });
export const EntriesAsked = z.object({ id, ...page });
const change = { id, reason: text(2000) };
export const RollChange = z.discriminatedUnion('kind', [
  z.object({ ...change, kind: z.literal('add'), entry }),
  z.object({ ...change, kind: z.literal('withdraw'), entryId: id }),
  z.object({ ...change, kind: z.literal('correct'), entryId: id, entry }),
]) satisfies z.ZodType<RollChangeBody, z.ZodTypeDef, unknown>;
export const DecideChange = z.object({ id, change: id });

export const Movement = z.object({
  id,
  entryIds: z.array(id).min(1).max(10_000),
  means: z.enum(['qr', 'clerk', 'paper']).optional(),
  at: time.optional(),
}) satisfies z.ZodType<MovementBody, z.ZodTypeDef, unknown>;
export const SignIn = z.object({ id, ticket: text(200) });

const candidate = z.object({ id: text(100).min(1), name: text(200).optional() });
const motion = {
  title: text(200),
  text: text(20_000),
  ruleKey: text(200).min(1),
  way: z.enum(['showOfHands', 'rollCall', 'paper', 'phone', 'mixed']),
  candidates: z.array(candidate).max(200).optional(),
  seats: whole.max(200).optional(),
  recused: z
    .array(z.object({ entryId: id, reason: text(2000) }))
    .max(1000)
    .optional(),
  closesAt: time.nullable().optional(),
};
export const Motion = z.object({ id, ...motion }) satisfies z.ZodType<MotionBody, z.ZodTypeDef, unknown>;
export const MotionChange = z.object({ id, ...z.object(motion).partial().shape });
export const OpenMotion = z.object({ id, despiteOutlook: text(2000).optional() });
export const RollCall = z.object({ id, entryId: id, answer: z.enum(['approve', 'oppose', 'abstain']) });

/** Numbers are read and judged by the rule itself, which says what is wrong with them. */
const counts = z
  .object({
    candidates: z
      .array(z.object({ id: text(100) }).passthrough())
      .max(200)
      .optional(),
  })
  .extend(Object.fromEntries(SHEET_FIELDS.map((field) => [field, z.unknown()])))
  .extend({ seats: z.unknown() })
  .strict()
  .transform(({ seats: _, ...value }) => value as CountsInput); // nothing but its fields, which the rule reads; seats are the motion's
export const Count = z.object({ id, counts });

const basedOn = text(100).optional();
export const Rule = z.object({ rule: z.unknown(), basedOn, reason: text(2000) });
export const MeetingType = z.object({ type: z.unknown(), basedOn, reason: text(2000) });
export const Confirm = z.object({
  id: text(200).min(1),
  quorum: z.unknown(),
  approval: z.unknown(),
  source: text(2000).min(1),
  reason: text(2000),
});

/** More people than any hall holds. */
const MOST_SLIPS = 20_000;
export const DrawSlips = z.object({ id, count: whole.min(1).max(MOST_SLIPS) });
export const HandOut = z.object({ id, entryId: id });
export const Exchange = z.object({ id, code: text(200) });
export const OpenBox = z.object({ id, shares: z.array(text(500)).max(3) });
