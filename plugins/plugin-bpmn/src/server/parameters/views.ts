import type { ParameterView } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import { parametersInForce } from './in-force';
import type { ParameterInForce } from './types';

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

function view({ definition, value, isConfirmed, mark }: ParameterInForce, locale: string): ParameterView {
  const { key, name, nameEn, unit, floor, ceiling, limitKind, source, sourceEn, certainty } = definition;
  const isChinese = locale.startsWith('zh');
  const shown = { name: isChinese ? name : nameEn, source: isChinese ? source : (sourceEn ?? source) };
  return { key, ...shown, value, unit, floor, ceiling, limitKind, certainty, isConfirmed, mark };
}
