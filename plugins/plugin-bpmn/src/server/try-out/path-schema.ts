import { z } from 'zod';

const name = z.string().min(1).max(200);
const moment = z.number().int().min(0).max(4_102_444_800_000); // until the year 2100
const values = z.record(z.string().max(200), z.unknown());
const MOST_STEPS = 200;

/** An element of one of the cases of a try-out. */
export const tryOutPlace = z.object({
  caseId: z.string().min(1).max(500),
  elementId: name,
  nth: z.number().int().min(0).max(5000),
});

/** Who acts is said in one way here and in another in packs; everything else of a step is the same. */
export const stepWith = <By extends z.ZodRawShape>(by: By) =>
  z.discriminatedUnion('kind', [
    tryOutPlace.extend({
      kind: z.literal('complete'),
      outcome: name,
      opinion: z.string().max(20_000),
      data: values,
      ...by,
    }),
    tryOutPlace.extend({ kind: z.literal('return'), to: name, reason: z.string().max(20_000), ...by }),
    z.object({ kind: z.literal('withdraw'), caseId: tryOutPlace.shape.caseId, reason: z.string().max(20_000) }),
    tryOutPlace.extend({ kind: z.literal('answer'), variables: values }),
    tryOutPlace.extend({ kind: z.literal('receive'), variables: values }),
    z.object({ kind: z.literal('wait'), until: moment }),
  ]);

/** @param who who begins the case, and where */
export const pathWith = <Who extends z.ZodRawShape, By extends z.ZodRawShape>(who: Who, by: By) =>
  z.object({
    setup: z.object({ startAt: moment, variables: values, record: values, ...who }),
    steps: z.array(stepWith(by)).max(MOST_STEPS),
  });

const person = z.number().int().nonnegative();

/** A path as pages send it. */
export const tryOutPath = pathWith({ starterId: person, placeId: z.string().max(100).nullable() }, { byId: person });
