import { z } from 'zod';
import { isMeasure, type Measure } from '../measure';
import { certaintySchema, dateSchema, keySchema, localizedSchema, textSchema } from '../schemas';
import { problemsOf } from './contradictions';

const measureSchema = z.custom<Measure>(isMeasure, { message: 'not a known count or base' });
const labelSchema = z.object({ fact: textSchema, share: textSchema }).strict();

const thresholdSchema = z
  .object({
    operator: z.enum(['atLeast', 'moreThan']),
    num: z.number().int().min(1).max(1_000_000),
    den: z.number().int().min(1).max(1_000_000),
    base: measureSchema,
  })
  .strict();

const clauseSchema = z.object({ id: keySchema, count: measureSchema, threshold: thresholdSchema }).strict();

/** `allOf`: every clause must hold. `anyOf`: one is enough, and alternatives whose numbers are not known are left out. */
const clauseGroupSchema = z.object({ mode: z.enum(['allOf', 'anyOf']), clauses: z.array(clauseSchema).min(1) }).strict();

/** A share of the people there (e.g. of women) that stands beside quorum and approval. */
const shareSchema = clauseSchema.extend({ onShort: z.enum(['warn', 'block']), certainty: certaintySchema.optional() }).strict();

/** A further election: by which rule, and how many more candidates than seats may stand in it at most; all of them when absent. */
const furtherSchema = z.object({ rule: textSchema, extraCandidates: z.number().int().min(0).optional() }).strict();

/**
 * Version 1 of a voting rule as JSON. Defaults are the ordinary case of a decision in a meeting: votes are those of the
 * people present, abstentions and invalid votes stay in the base, a blank vote is an abstention.
 */
export const ruleSchema = z
  .object({
    schema: z.literal(1),
    key: keySchema,
    kind: z.enum(['decision', 'election', 'petition', 'composition']),
    title: localizedSchema.optional(),
    quorum: clauseGroupSchema.optional(),
    /** Absent only while the numbers of an unsure rule are unknown. */
    approval: clauseGroupSchema.optional(),
    shares: z.array(shareSchema).default([]),
    /** Whose votes are counted: for, against and the rest must add up to this number. */
    votesOf: z.enum(['present', 'householdsPresent', 'voted', 'recovered']).default('present'),
    abstentions: z.enum(['inBase', 'outOfBase']).default('inBase'),
    invalid: z.enum(['inBase', 'outOfBase']).default('inBase'),
    blank: z.enum(['abstention', 'invalid']).default('abstention'),
    /** Members who are there and may not vote on this motion: they stay among those present, or shares of a vote are taken without them. */
    recusal: z.enum(['staysInBase', 'leavesBase']).default('staysInBase'),
    /** Members without a vote, taken off `allMembers` to find `due`. */
    dueExcludes: z.array(z.enum(['probationary', 'placedOnProbation'])).default([]),
    /** What follows a round that filled no or not all seats; without it such a round is followed by nothing that a rule knows of. */
    further: furtherSchema.optional(),
    labels: z
      .record(z.string(), z.object({ 'zh-CN': labelSchema, 'en-US': labelSchema }).strict())
      .refine((labels) => Object.keys(labels).every(isMeasure), 'labels must be keyed by a known count')
      .default({}),
    source: textSchema.optional(),
    certainty: certaintySchema.default('known'),
    confirmed: z.object({ by: textSchema, on: dateSchema, source: textSchema }).strict().optional(),
    note: localizedSchema.optional(),
    validFrom: dateSchema.optional(),
    validUntil: dateSchema.optional(),
  })
  .strict()
  .superRefine((rule, context) => {
    for (const { path, message } of problemsOf(rule)) context.addIssue({ code: 'custom', path: path.split('.'), message });
  });

/** A voting rule that passed {@link parseRule}. */
export type Rule = z.output<typeof ruleSchema>;
/** A voting rule as it is written down: the fields with a default may be left out. */
export type RuleInput = z.input<typeof ruleSchema>;
export type Clause = z.output<typeof clauseSchema>;
export type ClauseGroup = z.output<typeof clauseGroupSchema>;
export type Further = z.output<typeof furtherSchema>;
export type Share = z.output<typeof shareSchema>;
