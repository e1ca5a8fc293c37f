import type { HandlerType } from '@nocobase/resourcer';
import type { Json } from '@wuxin/bpmn-core';
import { z } from 'zod';
import {
  changeDecision,
  checkForEditor,
  decisionDetail,
  decisionFile,
  decisionOverview,
  readDecisionFile,
  tryDecision,
} from '../decisions';
import { action } from './define';

const id = z.string().max(100);
const number = z.coerce.number().int().positive();
const json = z.unknown().transform((value) => value as Json); // a JSON body holds nothing else

const Nothing = z.object({});
const One = z.object({ id, number: number.optional() });
const Check = z.object({ table: z.unknown() });
const File = z.object({ xml: z.string() });
const Try = z.object({ table: z.unknown(), values: z.array(json).max(20), placeId: z.string().max(100).nullish() });
const Change = z.object({ id, table: z.unknown(), reason: z.string().max(2000), fromNumber: number });

/** Allowed by the snippet of process administrators only. */
export const decisionActions: Record<string, HandlerType> = {
  'bpmnDecisions:overview': action(Nothing, ({ engine, locale }) => engine.read((tx) => decisionOverview(tx, locale))),
  'bpmnDecisions:detail': action(One, ({ engine, locale }, { id: key, ...asked }) =>
    engine.read((tx) => decisionDetail(tx, { key, number: asked.number, locale })),
  ),
  'bpmnDecisions:check': action(Check, ({ engine, locale }, { table }) => engine.read((tx) => checkForEditor(tx, table, locale))),
  'bpmnDecisions:file': action(One, ({ engine }, { id: key }) => engine.read((tx) => decisionFile(tx, key))),
  'bpmnDecisions:readFile': action(File, (_, { xml }) => readDecisionFile(xml)),
  'bpmnDecisions:try': action(Try, ({ engine, locale }, { table, values, placeId }) =>
    engine.read((tx) => tryDecision(tx, { table, values, placeId: placeId || null, locale })),
  ),
  'bpmnDecisions:change': action(Change, ({ engine, actor }, { id: key, table, ...change }) =>
    engine.write((tx) => changeDecision(tx, actor, { ...change, key, table })),
  ),
};
