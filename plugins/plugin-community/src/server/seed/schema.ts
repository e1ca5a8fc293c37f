import { z } from 'zod';

const text = z.string().trim().min(1);

/** `procedure:key`, `element:process/id`, `parameter:key`, `post:key`, `field:collection/name`, `decision:key`. */
const artefact = z.string().regex(/^(procedure|parameter|post|decision):[\w.-]+$|^(element|field):\w+\/\w+$/);

const item = z
  .object({
    id: z.string().regex(/^A\d\.\d+b?$/),
    text,
    textEn: text,
    /** PR procedure, LG ledger, RL rule, TH threshold, OT organisation, RO role, IN institution, FA fact, PB problem, SL slogan, FD fund. */
    kind: text,
    /** Cards of the domain specification. */
    cards: text,
    carriedBy: z.array(artefact),
    /** What is missing still, where something is there. */
    rest: text.optional(),
  })
  .strict();

/** workflows/seed.json: everything that the seed of the project names, and what carries it. */
export const seedSchema = z.object({ schema: z.literal(1), items: z.array(item).min(1) }).strict();

export type SeedItem = z.output<typeof item>;
