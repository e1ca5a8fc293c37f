import type { HandlerType } from '@nocobase/resourcer';
import { z } from 'zod';
import type { NewStandInBody, StandInListQuery } from '../../common/api';
import { standInList, standInReach } from '../queries';
import { createStandIn, revokeStandIn } from '../stand-ins';
import { action } from './define';
import { reading } from './reading';

const date = z.string().max(10);
const reason = z.string().max(2000);
const person = z.coerce.number().int().positive();
const page = z.coerce.number().int().min(1).max(100_000).optional();
const List = z.object({
  scope: z.enum(['own', 'all']).default('own'),
  period: z.enum(['open', 'past']).default('open'),
  page,
  pageSize: page,
}) satisfies z.ZodType<StandInListQuery, z.ZodTypeDef, unknown>;
/** Missing: of the reader. */
const Reach = z.object({ absentId: person.optional() });
const Create = z.object({
  /** Missing: the reader. */
  absentId: person.optional(),
  standInId: person,
  fromOn: date,
  untilOn: date,
  processKeys: z.array(z.string().max(200)).max(100).nullish(),
  reason,
}) satisfies z.ZodType<NewStandInBody, z.ZodTypeDef, unknown>;
const Revoke = z.object({ id: z.string().min(1).max(100), reason });

/** For everybody who is signed in; each command and query says who may. */
export const standInActions: Record<string, HandlerType> = {
  'bpmnStandIns:list': action(List, (request, query) => reading(request, (reader) => standInList(reader, query))),
  'bpmnStandIns:reach': action(Reach, (request, { absentId }) => reading(request, (reader) => standInReach(reader, absentId))),
  'bpmnStandIns:create': action(Create, ({ engine, actor }, input) =>
    engine.write((tx) => createStandIn(tx, actor, { ...input, absentId: input.absentId ?? actor.userId })),
  ),
  'bpmnStandIns:revoke': action(Revoke, ({ engine, actor }, input) => engine.write((tx) => revokeStandIn(tx, actor, input))),
};
