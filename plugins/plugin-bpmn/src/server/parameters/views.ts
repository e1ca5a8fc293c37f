import type { ParameterOption, ParameterView } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import { parametersInForce } from './in-force';
import type { FullDefinition, ParameterInForce } from './types';

export interface ParameterQuery {
  /** Missing: all parameters. */
  readonly keys?: readonly string[];
  readonly placeId: string | null;
  readonly locale: string;
}

/** Parameters as screens show them, in the order of their keys. */
export async function viewParameters(tx: ReadAt, { keys, placeId, locale }: ParameterQuery): Promise<ParameterView[]> {
  const found = await parametersInForce(tx, keys ?? null, placeId);
  return [...found.values()].map((parameter) => view(parameter, locale));
}

export function view(parameter: ParameterInForce, locale: string): ParameterView {
  const { definition, value, isConfirmed, mark } = parameter;
  const { key, unit, floor, ceiling, limitKind, certainty } = definition;
  const shown = { name: nameOf(definition, locale), source: sourceOf(definition, locale) };
  return {
    key,
    ...shown,
    value,
    unit,
    ...optionsOf(definition, locale),
    floor,
    ceiling,
    limitKind,
    ...policyLimitsOf(definition),
    certainty,
    isConfirmed,
    mark,
  };
}

export const nameOf = ({ name, nameEn }: FullDefinition, locale: string): string => (locale.startsWith('zh') ? name : nameEn);

/** As the contract has them: missing where there are none. */
export function optionsOf({ options }: FullDefinition, locale: string): { readonly options?: ParameterOption[] } {
  if (!options) return {};
  return { options: options.map(({ value, label, labelEn }) => ({ value, label: locale.startsWith('zh') ? label : labelEn })) };
}

function policyLimitsOf({ policyFloor, policyCeiling }: FullDefinition): Pick<ParameterView, 'policyFloor' | 'policyCeiling'> {
  return { ...(policyFloor === null ? {} : { policyFloor }), ...(policyCeiling === null ? {} : { policyCeiling }) };
}

export const sourceOf = ({ source, sourceEn }: FullDefinition, locale: string): string =>
  locale.startsWith('zh') ? source : (sourceEn ?? source);
