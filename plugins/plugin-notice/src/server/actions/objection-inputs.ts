import { isLocalDate } from '@wuxin/plugin-bpmn';
import { z } from 'zod';
import type { AnswerBody, HearingBody, ObjectionListQuery, ReceiveObjectionBody, ReconsiderBody } from '../../common/api';

export const id = z.string().min(1).max(100);
/** Longer than anything that is let in: its own rule says which length it may have. */
export const text = z.string().max(20_000);
export const day = z.string().refine(isLocalDate);
const whole = z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
export const page = { page: whole.min(1).max(100_000).optional(), pageSize: whole.min(1).max(200).optional() };
export const search = z.string().max(200).optional();
export const given = {
  channel: z.enum(['window', 'paper']),
  receivedOn: day,
  lateReason: z.string().max(2_000).optional(),
  text,
  name: z.string().max(1_000).optional(),
  contact: z.string().max(1_000).optional(),
};

export const One = z.object({ id });
export const Reason = z.object({ id, reason: text });

const STATUSES = ['received', 'accepted', 'hearing', 'answered', 'appealed', 'closed', 'refused'] as const;

export const ObjectionsAsked = z.object({
  noticeId: id.optional(),
  placeId: id.optional(),
  status: z.array(z.enum(STATUSES)).max(STATUSES.length).optional(),
  level: z.enum(['community', 'township']).optional(),
  isWaiting: z.boolean().optional(),
  isOverdue: z.boolean().optional(),
  search,
  ...page,
}) satisfies z.ZodType<ObjectionListQuery, z.ZodTypeDef, unknown>;

export const Taking = z.object({ search: z.string().max(200).default('') });

/** Five megabytes as base64, and what surrounds them. */
const MOST_BASE64 = 7_000_000;

export const ReceiveObjection = z.object({
  ...given,
  noticeId: id,
  note: z.string().max(1_000).optional(),
  people: z.number().optional(),
  againstUserId: whole.optional(),
  scan: z.object({ name: z.string().min(1).max(200), content: z.string().max(MOST_BASE64) }).optional(),
}) satisfies z.ZodType<ReceiveObjectionBody, z.ZodTypeDef, unknown>;

export const Against = z.object({ id, userId: whole.nullable() });
export const Hearing = z.object({ id, hearingOn: day, notes: text }) satisfies z.ZodType<HearingBody, z.ZodTypeDef, unknown>;
const affectedStep = z.string().max(100).optional();
export const Answer = z.object({
  id,
  decision: z.enum(['upheld', 'corrected', 'rejected']),
  answer: text,
  affectedStep,
}) satisfies z.ZodType<AnswerBody, z.ZodTypeDef, unknown>;
export const Appeal = z.object({ id, text });
export const Reconsider = z.object({ id, reconsideration: z.enum(['stands', 'upheld']), text, affectedStep }) satisfies z.ZodType<
  ReconsiderBody,
  z.ZodTypeDef,
  unknown
>;
