import type { HandlerType } from '@nocobase/resourcer';
import { z } from 'zod';
import { createStandIn, currentAndComingStandIns, revokeStandIn } from '../stand-ins';
import { action } from './define';

const date = z.string().max(10);
const reason = z.string().max(2000);
const person = z.coerce.number().int().positive();
const Nothing = z.object({});
const Create = z.object({
  /** Missing: the reader. */
  absentId: person.optional(),
  standInId: person,
  fromOn: date,
  untilOn: date,
  processKeys: z.array(z.string().max(200)).max(100).nullish(),
  reason,
});
const Revoke = z.object({ id: z.string().min(1).max(100), reason });

/** For everybody who is signed in; each command says who may. */
export const standInActions: Record<string, HandlerType> = {
  'bpmnStandIns:mine': action(Nothing, ({ engine, actor }) => engine.read((tx) => currentAndComingStandIns(tx, actor.userId))),
  'bpmnStandIns:create': action(Create, ({ engine, actor }, input) =>
    engine.write((tx) => createStandIn(tx, actor, { ...input, absentId: input.absentId ?? actor.userId })),
  ),
  'bpmnStandIns:revoke': action(Revoke, ({ engine, actor }, input) => engine.write((tx) => revokeStandIn(tx, actor, input))),
};
