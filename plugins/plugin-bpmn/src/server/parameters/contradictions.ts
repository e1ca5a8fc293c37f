import type { Json, ParameterCheck } from '@wuxin/bpmn-core';
import { evaluateFeel, FeelError, parametersUsed } from '@wuxin/feel';
import { feelFunctions } from '../expressions';
import type { ReadAt } from '../runtime/read-at';
import { hasText, textOf, type Locale } from '../runtime/texts';
import { parametersInForce } from './in-force';
import type { ParameterInForce } from './types';
import { nameOf, optionsOf } from './views';

/** Why a check of a process does not hold with the values that were looked at. */
export interface Contradiction<Check extends ParameterCheck = ParameterCheck> {
  readonly check: Check;
  /** It does not hold, a parameter that it reads is not defined, or it says neither yes nor no. */
  readonly code: 'parameters.contradict' | 'parameters.missing' | 'parameters.undecided';
  /** In the reader's language, with the names and values of the parameters. */
  readonly text: string;
}

export interface CheckedAt {
  readonly placeId: string | null;
  readonly locale: Locale;
  /** What somebody wants a parameter to be. */
  readonly instead?: { readonly key: string; readonly value: Json };
}

/** The checks that do not hold with what is in force at a place. At most the look-ups of {@link parametersInForce}. */
export async function contradictionsAmong<Check extends ParameterCheck>(
  tx: ReadAt,
  checks: readonly Check[],
  { placeId, locale, instead }: CheckedAt,
): Promise<Contradiction<Check>[]> {
  const keys = [...new Set(checks.flatMap((check) => parametersReadBy(check)))];
  const found = await parametersInForce(tx, keys, placeId);
  const known = new Map([...found].map(([key, inForce]) => [key, key === instead?.key ? { ...inForce, ...instead } : inForce]));
  return checks.flatMap((check) => {
    const code = faultOf(tx, check, known);
    return code === null ? [] : [{ check, code, text: textOf(locale, `problems.${code}`, factsOf(check, known, locale)) }];
  });
}

export const parametersReadBy = ({ condition }: ParameterCheck): string[] => [...parametersUsed(expressionOf(condition))].sort();

const expressionOf = (condition: string): string => condition.slice(1);

type Known = ReadonlyMap<string, ParameterInForce>;

function faultOf({ now }: ReadAt, check: ParameterCheck, known: Known): Contradiction['code'] | null {
  if (parametersReadBy(check).some((key) => !known.has(key))) return 'parameters.missing';
  const values = Object.fromEntries([...known].map(([key, { value }]) => [key, value]));
  const result = evaluated(() => evaluateFeel(expressionOf(check.condition), {}, { now, functions: feelFunctions(values) }));
  if (result === true) return null;
  return result === false ? 'parameters.contradict' : 'parameters.undecided';
}

/** A value of a kind that the condition cannot compute with leaves it undecided. */
function evaluated(evaluate: () => Json): Json {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof FeelError) return null;
    throw error;
  }
}

function factsOf(check: ParameterCheck, known: Known, locale: Locale) {
  const message = locale === 'en-US' ? (check.messageEn ?? check.message) : check.message;
  const keys = parametersReadBy(check);
  const values = keys.flatMap((key) => known.get(key) ?? []).map((parameter) => nameAndValue(parameter, locale));
  return { message, values, missing: keys.filter((key) => !known.has(key)) };
}

function nameAndValue({ definition, value }: ParameterInForce, locale: Locale): string {
  const option = optionsOf(definition, locale).options?.find((one) => one.value === value);
  const text = option?.label ?? (typeof value === 'string' ? value : JSON.stringify(value));
  const { unit } = definition;
  const words = unit !== null && hasText(`unit.${unit}`) ? textOf(locale, `unit.${unit}`) : unit === 'share' ? null : unit;
  return `${nameOf(definition, locale)} = ${words === null ? text : `${text} ${words}`}`;
}
