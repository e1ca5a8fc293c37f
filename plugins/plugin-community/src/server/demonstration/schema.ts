import { z } from 'zod';

/** The JSON of workflows/demo, as its README describes it. */

const text = z.string().trim().min(1);
const heldPost = z.object({ post: text, place: text }).strict();
const person = z.object({ username: text, nickname: text, systemRole: text, posts: z.array(heldPost) });

export const accountsSchema = z
  .object({ password: text, accounts: z.array(person.extend({ role: text, roleEn: text }).strict()).min(1) })
  .strict();

export const regionSchema = z
  .object({
    /** Each after the place that it lies in. */
    places: z.array(z.object({ code: text, name: text, level: text, parent: text.optional() }).strict()),
    organisations: z.array(z.object({ name: text, kind: text, place: text }).strict()),
    /** People who are needed to play the cases, but whom the start of the server does not list. */
    colleagues: z.array(person.strict()),
  })
  .strict();

/** Before the moment of seeding, so that a case of "last week" stays one. */
const moment = { daysAgo: z.number().int().min(0), time: z.string().regex(/^\d{2}:\d{2}$/) };

const step = z
  .object({ ...moment, task: text, by: text, outcome: text, data: z.record(z.string(), z.unknown()), opinion: text.optional() })
  .strict();

const demonstrationCase = z
  .object({
    ...moment,
    process: text,
    collection: text,
    place: text,
    startedBy: text,
    record: z.object({ title: text }).catchall(z.string()),
    steps: z.array(step),
  })
  .strict();

export const casesSchema = z.object({ mark: text, reason: text, cases: z.array(demonstrationCase) }).strict();

export type Person = z.output<typeof person>;
export type Region = z.output<typeof regionSchema>;
export type Cases = z.output<typeof casesSchema>;
export type DemonstrationCase = Cases['cases'][number];
export type DemonstrationStep = DemonstrationCase['steps'][number];
