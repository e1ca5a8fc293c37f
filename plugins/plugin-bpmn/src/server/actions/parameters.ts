import type { HandlerType } from '@nocobase/resourcer';
import type { Json } from '@wuxin/bpmn-core';
import { z } from 'zod';
import {
  approveParameter,
  confirmParameter,
  declineParameter,
  parameterDetail,
  parameterOverview,
  parameterPlaces,
  proposeParameter,
  setParameter,
} from '../parameters';
import { reachOfChange } from '../queries';
import { action } from './define';

const id = z.string().min(1).max(100);
const json = z.unknown().transform((value) => value as Json); // a JSON body holds nothing else
const placeId = z.string().max(100).nullish();
const reason = z.string().max(2000);

const One = z.object({ id });
const Overview = z.object({ placeId });
const OneAtPlace = z.object({ id, placeId });
/** A query holds texts only: the value comes as JSON. */
const Reach = OneAtPlace.extend({ value: z.string().max(10_000).transform(parsed).optional() });
const Places = z.object({ search: z.string().max(100).optional() });
const Confirm = z.object({ id, value: json, placeId, reason });
const Change = z.object({ id, value: json, placeId, effectiveFrom: z.number().optional(), reason });

function parsed(text: string, context: z.RefinementCtx): Json {
  try {
    return JSON.parse(text) as Json; // JSON.parse gives nothing else
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
}

/**
 * For who has one of the two snippets; values where they work, administrators everywhere. `id` is the parameter's key, for `approve` and `decline` the
 * proposal's id.
 */
export const parameterActions: Record<string, HandlerType> = {
  'bpmnParameters:overview': action(Overview, ({ engine, actor, locale }, query) =>
    engine.read((tx) => parameterOverview(tx, actor, { placeId: query.placeId || null, locale })),
  ),
  'bpmnParameters:detail': action(OneAtPlace, ({ engine, actor, locale }, { id: key, ...query }) =>
    engine.read((tx) => parameterDetail(tx, actor, { key, placeId: query.placeId || null, locale })),
  ),
  'bpmnParameters:reach': action(Reach, ({ engine, locale }, { id: key, value, ...query }) =>
    engine.read((tx) => reachOfChange(tx, { key, placeId: query.placeId || null, locale, value })),
  ),
  'bpmnParameters:places': action(Places, ({ engine }, { search }) => engine.read((tx) => parameterPlaces(tx, search))),
  'bpmnParameters:confirm': action(Confirm, ({ engine, actor }, { id: key, ...confirmation }) =>
    engine.write((tx) => confirmParameter(tx, actor, { ...confirmation, key })),
  ),
  'bpmnParameters:set': action(Change, ({ engine, actor }, { id: key, ...change }) =>
    engine.write((tx) => setParameter(tx, actor, { ...change, key })),
  ),
  'bpmnParameters:propose': action(Change, ({ engine, actor }, { id: key, ...change }) =>
    engine.write((tx) => proposeParameter(tx, actor, { ...change, key })),
  ),
  'bpmnParameters:approve': action(One, ({ engine, actor }, proposal) =>
    engine.write((tx) => approveParameter(tx, actor, proposal)),
  ),
  'bpmnParameters:decline': action(One, ({ engine, actor }, proposal) =>
    engine.write((tx) => declineParameter(tx, actor, proposal)),
  ),
};
