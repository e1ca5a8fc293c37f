import type { HandlerType } from '@nocobase/resourcer';
import { z } from 'zod';
import { activeDecisions, changeDecision, decisionHistory } from '../decisions';
import { action } from './define';

const Nothing = z.object({});
const One = z.object({ id: z.string().max(100) });
const Change = z.object({
  id: z.string().max(100),
  table: z.unknown(),
  reason: z.string().max(2000),
  fromNumber: z.coerce.number().int().positive(),
});

/** Allowed by the snippet of process administrators only. */
export const decisionActions: Record<string, HandlerType> = {
  'bpmnDecisions:overview': action(Nothing, ({ engine }) => engine.read(activeDecisions)),
  'bpmnDecisions:history': action(One, ({ engine }, { id }) => engine.read((tx) => decisionHistory(tx, id))),
  'bpmnDecisions:change': action(Change, ({ engine, actor }, { id, table, ...change }) =>
    engine.write((tx) => changeDecision(tx, actor, { ...change, key: id, table })),
  ),
};
