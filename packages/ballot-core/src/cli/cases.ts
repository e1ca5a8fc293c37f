import { z } from 'zod';
import { findRule } from '../catalogue';
import { BallotError } from '../errors';
import { isMeasure, readWhole, toQuantity, type Localized } from '../measure';
import { countRoll } from '../roll';
import { assertInForce, confirmRule, parseRule, type Rule } from '../rule';
import { dateSchema, problemsIn } from '../schemas';
import { tally, type Result } from '../tally';

const groupOfClauses = z.custom<NonNullable<Rule['approval']>>((value) => typeof value === 'object' && value !== null);

const caseSchema = z
  .object({
    id: z.union([z.string().min(1), z.number()]).transform(String),
    rule: z.union([z.string(), z.record(z.string(), z.unknown())]),
    counts: z.record(z.string(), z.unknown()).default({}),
    heldOn: dateSchema.optional(),
    /** Numbers for an unsure rule. The rule schema checks what is inside. */
    confirm: z
      .object({
        quorum: groupOfClauses.optional(),
        approval: groupOfClauses,
        confirmed: z.object({ by: z.string(), on: z.string(), source: z.string() }),
      })
      .strict()
      .optional(),
    roll: z
      .object({ place: z.string().min(1), entries: z.array(z.unknown()) })
      .strict()
      .optional(),
  })
  .passthrough();

type Case = z.output<typeof caseSchema>;

/** One line of output. */
export type CaseResult =
  | ({ readonly id: string; readonly ok: true } & Result)
  | { readonly id: string; readonly ok: false; readonly code: string; readonly message: Localized; readonly data: object };

/** Evaluates cases one by one; a malformed case is a result of its own and never stops the others. */
export function evaluateCases(cases: readonly unknown[]): CaseResult[] {
  const seen = new Set<string>();
  return cases.map((input, index) => {
    const id = idOf(input, index);
    try {
      if (seen.has(id)) throw new BallotError('ballot.caseTwice', { id });
      seen.add(id);
      return { id, ok: true, ...evaluate(readCase(input)) };
    } catch (error) {
      if (!(error instanceof BallotError)) throw error;
      return { id, ok: false, ...error.toJSON() };
    }
  });
}

/** Cases without an id are called by their position, so that every line can be traced. */
function idOf(input: unknown, index: number): string {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : `#${index + 1}`;
}

function readCase(input: unknown): Case {
  const parsed = caseSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new BallotError('ballot.caseInvalid', { problems: problemsIn(parsed.error, 'case') }, { cause: parsed.error });
}

function evaluate({ rule: given, counts, heldOn, confirm, roll }: Case): Result {
  const found = typeof given === 'string' ? findRule(given) : parseRule(given);
  const rule = confirm ? confirmRule(found, confirm) : found;
  if (heldOn) assertInForce(rule, heldOn);
  return tally(rule, roll ? withRoll(counts, countRoll(rule, roll.place, roll.entries).counts) : counts);
}

/** What was entered must agree with the roll. */
function withRoll(counts: Readonly<Record<string, unknown>>, onRoll: object): Record<string, unknown> {
  for (const [field, value] of Object.entries(onRoll)) {
    const entered = counts[field];
    const whole = readWhole(value);
    if (entered !== undefined && entered !== value && isMeasure(field) && whole !== undefined) {
      const shown = readWhole(entered);
      if (shown === undefined) continue;
      throw new BallotError('ballot.rollDiffers', {
        field,
        entered: toQuantity(field, shown),
        onRoll: toQuantity(field, whole),
      });
    }
  }
  return { ...onRoll, ...counts };
}
