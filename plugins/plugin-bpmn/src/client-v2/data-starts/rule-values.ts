import type { DataStartBody, DataStartPart, DataStartProblem, DataStartRow } from '../../common/api';

/** What the dialog's form holds. */
export interface RuleValues {
  name?: string;
  collection?: string;
  event: DataStartBody['event'];
  condition?: string;
  processKey?: string;
  placeField?: string;
  title?: string;
  variables: { name?: string; value?: string }[];
  isEnabled: boolean;
}

export const NEW_RULE: RuleValues = { event: 'created', variables: [], isEnabled: true };

export function valuesOf(rule: DataStartRow): RuleValues {
  const { name, collection, event, processKey, isEnabled } = rule;
  return {
    name,
    collection,
    event,
    processKey,
    isEnabled,
    condition: rule.condition ?? '',
    placeField: rule.placeField ?? undefined,
    title: rule.title ?? '',
    variables: Object.entries(rule.variables).map(([key, value]) => ({ name: key, value })),
  };
}

export function bodyOf(values: RuleValues): Omit<DataStartBody, 'id'> {
  const { name = '', collection = '', event, processKey = '', placeField, isEnabled } = values;
  const rows = values.variables.flatMap((row) => (row?.name ? [[row.name.trim(), row.value ?? ''] as const] : []));
  return {
    name: name.trim(),
    collection,
    event,
    processKey,
    isEnabled,
    condition: values.condition?.trim() || null,
    placeField: placeField ?? null,
    title: values.title?.trim() || null,
    variables: Object.fromEntries(rows),
  };
}

const isSamePart = (one: DataStartPart, other: DataStartPart): boolean =>
  one.kind === 'variable' && other.kind === 'variable' ? one.name === other.name : one.kind === other.kind;

/** What stands below a field about what is written in it. */
export function noteOn(
  problems: readonly DataStartProblem[],
  part: DataStartPart,
): { validateStatus?: 'error' | 'warning'; help?: string } {
  const found = problems.find((problem) => isSamePart(problem.part, part));
  return found ? { validateStatus: found.severity, help: found.text } : {};
}
