/** One condition of a filter as people put it together. */
export interface Condition {
  field?: string;
  operator?: Operator;
  value?: string;
}

export const OPERATORS = ['$eq', '$ne', '$includes', '$empty', '$notEmpty', '$isTruly', '$isFalsy'] as const;
export type Operator = (typeof OPERATORS)[number];

export const takesValue = (operator: Operator | undefined): boolean =>
  operator === '$eq' || operator === '$ne' || operator === '$includes';

/** The filter of NocoBase that all of them make; conditions that are not finished are left out. */
export function filterOf(conditions: readonly Condition[]): Record<string, unknown> {
  const parts = conditions.flatMap(({ field, operator, value = '' }) => {
    if (!field || !operator || (takesValue(operator) && value.trim() === '')) return [];
    return [{ [field]: { [operator]: takesValue(operator) ? value.trim() : true } }];
  });
  return parts.length > 0 ? { $and: parts } : {};
}
