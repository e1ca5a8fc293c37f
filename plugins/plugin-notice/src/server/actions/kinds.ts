import { z } from 'zod';
import type { KindChangeBody } from '../../common/api';
import { changeKind, kindParameters, listKinds } from '../kinds';
import { reading, writing } from './define';

const key = z.string().min(1).max(200);
const title = z.string().trim().min(1).max(60);

const Change = z.object({
  id: key,
  revision: z.string().max(100),
  reason: z.string().max(2_000),
  title: z.object({ 'zh-CN': title, 'en-US': title }),
  periodUnit: z.enum(['calendarDays', 'workingDays']),
  periodParameter: key.nullable(),
  keepParameter: key,
}) satisfies z.ZodType<KindChangeBody & { id: string }, z.ZodTypeDef, unknown>;

export const kindActions = {
  'noticeKinds:list': reading(z.object({ placeId: z.string().optional() }), (tx, who, { placeId }) =>
    listKinds(tx, who, placeId ?? null),
  ),
  'noticeKinds:parameters': reading(z.object({}), (tx, who) => kindParameters(tx, who)),
  'noticeKinds:change': writing(Change, (tx, who, { id, ...body }) => changeKind(tx, who, id, body)),
};
