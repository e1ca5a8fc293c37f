import type { ParameterDefinition } from '../index';

/** A known parameter without limits. */
export const definition = (changes: Partial<ParameterDefinition> = {}): ParameterDefinition => ({
  key: 'cov.review_days',
  name: '镇审核期限',
  nameEn: 'Time for review',
  defaultValue: 10,
  unit: 'workingDays',
  source: 'test',
  certainty: 'known',
  levels: ['township', 'community'],
  ...changes,
});
