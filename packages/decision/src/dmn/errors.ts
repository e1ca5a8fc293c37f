import type { Json } from '@wuxin/feel';
import type { XmlRefusalCode } from '@wuxin/xml';

export type DmnCode =
  | XmlRefusalCode
  | 'dmn.notDmn'
  | 'dmn.unknownContent'
  | 'dmn.unknownElement'
  | 'dmn.noSuchReference'
  | 'dmn.cycle'
  | 'dmn.noTable'
  | 'dmn.tableRefused'
  | 'dmn.tooMuch'
  | 'dmn.noLogic'
  | 'dmn.foreignFunction'
  | 'dmn.feel'
  | 'dmn.wrongType'
  | 'dmn.severalHits'
  | 'dmn.contradiction'
  | 'dmn.notAggregable';

export type DmnData = { readonly [key: string]: Json };

/** A file that is no DMN, or a decision that has no value. Callers and tests look at `code`. */
export class DmnError extends Error {
  override readonly name = 'DmnError';

  constructor(
    readonly code: DmnCode,
    readonly data: DmnData = {},
    options: { cause?: unknown } = {},
  ) {
    super(`${code} ${JSON.stringify(data)}`, options);
  }
}
