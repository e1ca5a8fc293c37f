import type { Json } from '@wuxin/bpmn-core';
import { badInput, isLocalDate, type ActivityContext } from '@wuxin/plugin-bpmn';
import { z } from 'zod';
import type { NoticeBlock, NoticePost } from '../../common/api';
import { blocksOfLines } from '../notices';
import type { NoticeName } from '../store';
import type { NoticeConfig } from './config';

const text = z.string().trim().min(1);
const day = z
  .string()
  .transform((value) => value.slice(0, 10))
  .refine(isLocalDate);
const yesNo = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);
const names = z.array(z.object({ name: text, fieldClass: text }));
const cell = z.object({ text: z.string(), columns: z.number().int().min(1).optional() });
const blocks = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('heading'), text: z.string() }),
    z.object({ kind: z.literal('paragraph'), text: z.string() }),
    z.object({ kind: z.literal('table'), rows: z.array(z.array(cell)), headerRows: z.number().int().min(0).optional() }),
  ]),
);
const body = z.union([text.transform(blocksOfLines), blocks]);
const boards = z.union([z.literal('all'), text.transform((ids) => ids.split(',').map((id) => id.trim())), z.array(text)]);

/** A notice as an element asks for it, every value evaluated and read. */
export interface AskedNotice {
  readonly kindKey: string;
  readonly title: string;
  readonly body: readonly NoticeBlock[];
  readonly matter: string | null;
  readonly posts: readonly { readonly post: NoticePost; readonly names: readonly string[] }[];
  readonly boards: 'all' | readonly string[];
  readonly periodDays: number | undefined;
  readonly notBefore: string | null;
  readonly takesObjections: boolean | undefined;
  readonly knownNames: readonly NoticeName[];
  readonly affectedSteps: readonly string[];
  readonly returnsUpheld: boolean;
}

const POSTS: readonly NoticePost[] = ['drafter', 'approver', 'poster', 'decider', 'superior', 'supervisor'];

/** @throws bad input `notice.activityValue`, which names the property */
export function askedNotice({ evaluate }: Pick<ActivityContext, 'evaluate'>, config: NoticeConfig): AskedNotice {
  const valueOf = (written: string): Json => (written.startsWith('=') ? evaluate(written.slice(1)) : written);
  const read = <Value>(name: keyof NoticeConfig, schema: z.ZodType<Value, z.ZodTypeDef, unknown>): Value => {
    const parsed = schema.safeParse(valueOf(config[name] ?? ''));
    if (!parsed.success) throw badInput('notice.activityValue', { property: name });
    return parsed.data;
  };
  const optional = <Value>(name: keyof NoticeConfig, schema: z.ZodType<Value, z.ZodTypeDef, unknown>): Value | null => {
    const written = config[name];
    const value = written === undefined ? null : valueOf(written);
    return value === null || value === '' ? null : read(name, schema);
  };
  const namesIn = (name: NoticePost) => (optional(name, text) ?? '').split(',').flatMap((one) => one.trim() || []);
  return {
    kindKey: read('kind', text),
    title: read('title', text),
    body: read('text', body),
    matter: optional('matter', text),
    posts: POSTS.map((post) => ({ post, names: namesIn(post) })),
    boards: optional('boards', boards) ?? [],
    periodDays: optional('days', z.coerce.number().int().min(0)) ?? undefined,
    notBefore: optional('notBefore', day),
    takesObjections: optional('takesObjections', yesNo) ?? undefined,
    knownNames: optional('names', names) ?? [],
    affectedSteps: (optional('steps', text) ?? '').split(',').flatMap((step) => step.trim() || []),
    returnsUpheld: optional('returnsUpheld', yesNo) ?? false,
  };
}
