import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { withExpression } from '../errors';
import type { Json } from '../json';
import { Meter } from '../meter';
import { toJson } from './result';

/** A date, a date and time, a time or a duration of FEEL; made with `feelDate` and its likes. */
export type FeelTemporal = FeelDate | FeelDateTime | FeelTime | FeelDuration;

/** What an expression may be given: JSON, values of FEEL, and lists and contexts of both. */
export type FeelInput = Json | FeelTemporal | FeelValue | readonly FeelInput[] | { readonly [key: string]: FeelInput };

export function isTemporal(value: unknown): value is FeelTemporal {
  return value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime || value instanceof FeelDuration;
}

const raws = new WeakMap<FeelValue, unknown>();

/** A value inside FEEL's own types, where a date is more than its text. Opaque: it is only passed on. */
export class FeelValue {
  constructor(
    readonly expression: string,
    raw: unknown,
  ) {
    raws.set(this, raw);
  }

  /** The value as JSON; see {@link evaluateFeel}. */
  toJSON(): Json {
    return jsonOf(this);
  }
}

export function rawOf(value: FeelValue): unknown {
  return raws.get(value);
}

export function jsonOf(value: FeelValue): Json {
  return withExpression(value.expression, () => toJson(rawOf(value), new Meter()));
}
