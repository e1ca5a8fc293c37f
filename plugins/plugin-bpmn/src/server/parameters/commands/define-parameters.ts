import { z } from 'zod';
import { findBrokenLimit, isLimit, policyLimits, whyUnusable } from '../../../common/parameters';
import { badInput } from '../../runtime/errors';
import type { Tx } from '../../runtime/tx';
import { saveDefinitions } from '../store';
import type { FullDefinition, ParameterDefinition } from '../types';

const limit = z.union([z.number(), z.string()]).refine(isLimit).nullish();

const option = z.object({ value: z.string().min(1), label: z.string().min(1), labelEn: z.string().min(1) });

const definition = z.object({
  key: z.string().regex(/^[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*$/),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  defaultValue: z.unknown(),
  unit: z.string().nullish(),
  options: z.array(option).min(1).nullish(),
  floor: limit,
  ceiling: limit,
  limitKind: z.enum(['statutory', 'policy']).nullish(),
  policyFloor: limit,
  policyCeiling: limit,
  source: z.string().min(1),
  sourceEn: z.string().min(1).nullish(),
  certainty: z.enum(['found', 'known', 'unsure']),
  levels: z.array(z.string()),
  needsApprover: z.boolean().optional(),
});

/**
 * Installs or updates what a pack says about its parameters. The same call again changes nothing.
 *
 * Who may: a pack's installation, never a request. It never touches values that people set or confirmed.
 */
export async function defineParameters(tx: Tx, definitions: readonly ParameterDefinition[]): Promise<void> {
  await saveDefinitions(tx, definitions.map(checkDefinition));
}

function checkDefinition(input: ParameterDefinition): FullDefinition {
  const parsed = definition.safeParse(input);
  if (!parsed.success) throw badDefinition(input.key, parsed.error.issues[0]?.path.join('.') ?? '');
  const { sourceEn = null, unit = null, options = null, needsApprover = false } = input;
  const { floor = null, ceiling = null, limitKind = null, policyFloor = null, policyCeiling = null } = input;
  if ((floor !== null || ceiling !== null) && limitKind === null) throw badDefinition(input.key, 'limitKind');
  const full = { ...input, sourceEn, unit, options, floor, ceiling, limitKind, policyFloor, policyCeiling, needsApprover };
  checkPolicyLimits(full);
  // null: a value that whoever confirms it has to bring
  const isUnusable = input.defaultValue !== null && whyUnusable({ unit, floor, ceiling, options }, input.defaultValue) !== null;
  const isBeyond = [full, policyLimits(full)].some((limits) => findBrokenLimit(limits, input.defaultValue));
  if (isUnusable || isBeyond) throw badDefinition(input.key, 'defaultValue');
  return full;
}

/** Policy limits stand within statutory ones; a parameter that has no others says them as its floor and ceiling. */
function checkPolicyLimits({ key, floor, ceiling, limitKind, policyFloor, policyCeiling }: FullDefinition): void {
  if (policyFloor === null && policyCeiling === null) return;
  const isStatutory = limitKind === 'statutory' && (floor !== null || ceiling !== null);
  if (!isStatutory) throw badInput('parameter.policyLimitAlone', { key });
  for (const limit of [policyFloor, policyCeiling]) {
    const beyond = limit === null ? null : (findBrokenLimit({ floor, ceiling }, limit)?.limit ?? null);
    if (beyond !== null) throw badInput('parameter.policyLimitOutside', { key, limit, beyond });
  }
}

const badDefinition = (key: string, field: string) => badInput('parameter.badDefinition', { key, field });
