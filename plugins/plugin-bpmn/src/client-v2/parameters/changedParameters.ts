import type { CaseParameter } from '../../common/api';

/** Fields of {@link CaseValueField}. */
export interface CaseValues {
  parameters?: Record<string, unknown>;
}

/** The parameters of a case whose value is another one now, by key. */
export function changedParameters(parameters: readonly CaseParameter[], { parameters: written = {} }: CaseValues) {
  const changed = parameters.filter(
    ({ key, value }) => written[key] !== undefined && JSON.stringify(written[key]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed.map(({ key }) => [key, written[key]]));
}
