import { z } from 'zod';
import { DecisionError } from '../errors';
import { AGGREGATIONS, HIT_POLICIES, type DecisionTable } from './table';

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

const scalar = z.union([z.string().max(200), z.number().finite(), z.boolean()]);
/** What a table decides: a value, or a list of values. */
const json = z.union([scalar.nullable(), z.array(scalar.nullable()).max(2_000)]);
const label = z.string().trim().min(1).max(200);
const cell = z.string().max(4_000);
const values = z.array(scalar).min(1).max(200);
const variableName = z
  .string()
  .max(100)
  .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u)
  .refine((name) => !RESERVED.has(name));

const schema: z.ZodType<DecisionTable, z.ZodTypeDef, unknown> = z
  .object({
    key: z.string().regex(/^[A-Za-z][\w.-]{0,99}$/),
    name: label,
    nameEn: label.optional(),
    hitPolicy: z.enum(HIT_POLICIES),
    aggregation: z.enum(AGGREGATIONS).optional(),
    inputs: z
      .array(z.object({ label, labelEn: label.optional(), expression: cell.min(1), values: values.optional() }).strict())
      .max(20),
    outputs: z
      .array(z.object({ name: variableName, label, labelEn: label.optional(), values: values.optional() }).strict())
      .min(1)
      .max(20),
    rules: z
      .array(
        z
          .object({
            id: z.string().min(1).max(100),
            when: z.array(cell).max(20),
            then: z.array(cell.min(1)).max(20),
            note: z.string().max(2_000).optional(),
            noteEn: z.string().max(2_000).optional(),
          })
          .strict(),
      )
      .min(1)
      .max(2_000),
    tests: z
      .array(z.object({ values: z.array(scalar.nullable()).max(20), results: z.array(json).max(20) }).strict())
      .max(200)
      .optional(),
  })
  .strict();

/** Reads a table from data of any origin. Only its form is checked here; `checkTable` looks at what it says. */
export function parseDecisionTable(data: unknown): DecisionTable {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), issue: issue.code }));
  throw new DecisionError('decision.format', { path: issues.map((issue) => issue.path || '/'), issues }, { cause: result.error });
}
