import { z } from 'zod';
import { BallotError } from '../errors';
import { certaintySchema, dateSchema, keyOf, keySchema, localizedSchema, problemsIn, textSchema } from '../schemas';

/** A number of days with where it comes from: people are convened and votes set aside by it. */
const daysSchema = z
  .object({ days: z.number().int().min(0), source: textSchema.optional(), certainty: certaintySchema })
  .strict();

const reconveningSchema = z
  .object({
    /** The second meeting is so many days after the first at the earliest, at the latest, and there are so many more at most. */
    atLeastDays: z.number().int().min(0),
    atMostDays: z.number().int().min(1),
    times: z.number().int().min(1),
    source: textSchema.optional(),
    certainty: certaintySchema,
  })
  .strict()
  .refine(({ atLeastDays, atMostDays }) => atLeastDays <= atMostDays, { message: 'ends before it begins', path: ['atMostDays'] });

export const WAYS = ['showOfHands', 'rollCall', 'paper', 'phone', 'mixed'] as const;
/** How people vote: 举手, 唱名, 无记名纸质票, 无记名手机, paper and phone in one count. */
export type Way = (typeof WAYS)[number];

/** Version 1 of a meeting type as JSON: who may call it, how long before, by which rules it decides, and what follows when too few come. */
export const meetingTypeSchema = z
  .object({
    schema: z.literal(1),
    key: keySchema,
    title: localizedSchema,
    regime: z.enum(['village', 'urban', 'party', 'owners', 'collective']),
    /** Keys of the voting rules that its motions may be put under; the first is the ordinary one. Empty while nobody knows. */
    rules: z.array(keySchema),
    calledBy: localizedSchema.optional(),
    /** Rules of kind `petition`: it must be called when one of them is met. */
    petitions: z.array(keySchema).default([]),
    notice: daysSchema.optional(),
    reconvening: reconveningSchema.optional(),
    ways: z.array(z.enum(WAYS)).min(1),
    /** Whether somebody may vote for somebody else who is not there. */
    proxy: z.enum(['none', 'writtenSameHousehold', 'writtenAgent']).default('none'),
    source: textSchema.optional(),
    certainty: certaintySchema.default('known'),
    validFrom: dateSchema.optional(),
    validUntil: dateSchema.optional(),
    note: localizedSchema.optional(),
  })
  .strict()
  .refine(({ rules, certainty }) => rules.length > 0 || certainty === 'unsure', { message: 'names no rule', path: ['rules'] });

/** A meeting type that passed {@link parseMeetingType}. */
export type MeetingType = z.output<typeof meetingTypeSchema>;
export type MeetingTypeInput = z.input<typeof meetingTypeSchema>;

/**
 * Reads a meeting type from JSON.
 *
 * @throws BallotError `ballot.meetingTypeInvalid` with every problem and its path
 */
export function parseMeetingType(input: unknown): MeetingType {
  const parsed = meetingTypeSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = problemsIn(parsed.error, 'meeting');
  throw new BallotError('ballot.meetingTypeInvalid', { meetingType: keyOf(input), problems }, { cause: parsed.error });
}
