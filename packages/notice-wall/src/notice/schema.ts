import { z } from 'zod';
import { WALL_KINDS, type WallBlock, type WallNotice } from './notice';

/** Other parts of a Word file are no part of what readers see: comments, removed and hidden text, properties. */
const SHOWN_SOURCES = new Set(['body', 'textBox', 'note']);

const text = (maximum: number) => z.string().max(maximum);
const name = (maximum: number) => text(maximum).min(1);
const isDay = (day: string) => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
};
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, 'no day of the calendar');
/** Too long to be guessed, and nothing that a folder or an address reads as something else. */
const noticeId = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/);
const placeId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const source = z.string().optional();

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['paragraph', 'heading', 'fileName']), text: text(100_000), source }),
  z.object({
    kind: z.literal('table'),
    rows: z
      .array(z.array(z.object({ text: text(10_000), columns: z.number().int().min(1).max(100).optional() })).max(100))
      .max(5_000),
    headerRows: z.number().int().min(0).max(100).optional(),
    source,
  }),
]);

function shownBlock(read: z.infer<typeof block>): WallBlock[] {
  if (!SHOWN_SOURCES.has(read.source ?? 'body') || read.kind === 'fileName') return [];
  const { source: _, ...shown } = read;
  return shown.kind === 'table' ? [shown] : [{ kind: shown.kind === 'heading' ? 'heading' : 'paragraph', text: shown.text }];
}

const reference = z.object({ id: noticeId, number: name(40) });

const notice = z
  .object({
    id: noticeId,
    number: name(40),
    kind: z.enum(WALL_KINDS),
    title: name(200),
    blocks: z
      .array(block)
      .max(5_000)
      .transform((blocks) => blocks.flatMap(shownBlock)),
    place: z.object({ id: placeId, name: name(100), path: z.array(name(100)).max(8) }),
    publishedOn: day,
    startsOn: day.nullable().default(null),
    endsOn: day.nullable(),
    keepUntil: day.nullable(),
    attachments: z
      .array(z.object({ name: name(200), sizeInBytes: z.number().int().nonnegative(), sha256, href: name(2_000) }))
      .max(100),
    responses: z
      .object({
        asks: z.enum(['objection', 'opinion']),
        until: day.nullable(),
        isOpen: z.boolean(),
        channels: z.array(name(200)).max(20),
        windowAddress: text(200),
        telephone: text(60),
      })
      .nullable(),
    opinions: z.array(z.object({ summary: text(5_000), isAdopted: z.boolean(), reason: text(5_000) })).max(1_000),
    certificateHash: sha256.nullable(),
    supersedes: reference.nullable(),
  })
  .refine(({ publishedOn, endsOn }) => endsOn === null || endsOn >= publishedOn, 'ends before it begins');

/**
 * Reads a notice that comes from outside. Texts of a Word file that readers do not see are left out.
 *
 * @throws ZodError that names the field
 */
export const parseNotice = (input: unknown): WallNotice => notice.parse(input);
