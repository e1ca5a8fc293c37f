import { isLocalDate } from '@wuxin/plugin-bpmn';
import { z } from 'zod';
import type { BoardBody, NoticeBody, NoticeListQuery, OnWallQuery, RedactBody } from '../../common/api';

export const id = z.string().min(1).max(100);
export const text = (maximum: number) => z.string().max(maximum);
/** Whole numbers arrive as text in a query and as numbers in a body. */
export const whole = z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
export const day = z.string().refine(isLocalDate);

export const One = z.object({ id });
export const Search = z.object({ search: text(200).default('') });
export const Reason = z.object({ id, reason: text(2000) });

/** Lists of words stand in a query with commas between them. */
const listed = (value: unknown): unknown => (typeof value === 'string' ? value.split(',') : value);

const STATUSES = ['draft', 'submitted', 'approved', 'posting', 'running', 'ended', 'withdrawn', 'cancelled'] as const;
const POSTS = ['drafter', 'approver', 'poster', 'decider', 'superior', 'supervisor'] as const;

export const NoticeListAsked = z.object({
  scope: z.enum(['mine', 'all', 'waiting']).optional(),
  status: z.preprocess(listed, z.array(z.enum(STATUSES)).max(STATUSES.length).optional()),
  kindKey: text(200).optional(),
  placeId: id.optional(),
  search: text(200).optional(),
  page: whole.min(1).max(100_000).optional(),
  pageSize: whole.min(1).max(200).optional(),
}) satisfies z.ZodType<NoticeListQuery, z.ZodTypeDef, unknown>;

export const OnWallAsked = z.object({
  placeId: id.optional(),
  only: z.enum(['running', 'asking']).optional(),
  page: whole.min(1).max(100_000).optional(),
  pageSize: whole.min(1).max(200).optional(),
}) satisfies z.ZodType<OnWallQuery, z.ZodTypeDef, unknown>;

/** Larger than what is refused with words, so that those are told. */
const LONG = 200_000;
const cell = z.object({ text: text(LONG), columns: whole.min(1).max(100).optional() });
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: text(LONG) }),
  z.object({ kind: z.literal('paragraph'), text: text(LONG) }),
  z.object({ kind: z.literal('table'), rows: z.array(z.array(cell).max(200)).max(5000), headerRows: whole.max(10).optional() }),
]);
export const staff = z.array(z.object({ userId: whole, post: z.enum(POSTS) })).max(50);
const notice = {
  kindKey: text(200).min(1),
  title: text(LONG),
  body: z.array(block).max(5000),
  placeId: id.nullable().optional(),
  matter: text(500).nullable().optional(),
  staff,
  boardIds: z.array(id).max(100).optional(),
  periodDays: whole.max(3650).optional(),
  notBefore: day.nullable().optional(),
};
export const Notice = z.object(notice) satisfies z.ZodType<NoticeBody, z.ZodTypeDef, unknown>;
export const NoticeChange = z.object({ id, revision: whole.optional(), ...z.object(notice).partial().shape });
export const Staff = z.object({ id, staff, reason: text(2000) });
export const OneFile = z.object({ id, fileId: id });
export const OnDay = z.object({ id, day });

const decision = z.discriminatedUnion('decision', [
  z.object({ id, decision: z.literal('mask') }),
  z.object({ id, decision: z.literal('keep'), reason: text(2000) }),
]);
export const Redact = z.object({
  id,
  stamp: text(100),
  decisions: z.array(decision).max(50_000),
  looked: z
    .array(z.object({ fileId: id, words: text(2000) }))
    .max(100)
    .optional(),
}) satisfies z.ZodType<RedactBody & { id: string }, z.ZodTypeDef, unknown>;

const board = { placeId: id.nullable(), name: text(200), address: text(500).optional(), isInUse: z.boolean().optional() };
export const Board = z.object(board) satisfies z.ZodType<BoardBody, z.ZodTypeDef, unknown>;
export const BoardChange = z.object({ id, ...z.object(board).omit({ placeId: true }).partial().shape });
export const AtPlace = z.object({ placeId: id.optional() });
/** An origin as browsers say it; nothing else of an address is printed. */
export const Printed = z.object({
  id,
  origin: text(200)
    .regex(/^https?:\/\/[\w.-]+(:\d{1,5})?$/)
    .optional(),
});
