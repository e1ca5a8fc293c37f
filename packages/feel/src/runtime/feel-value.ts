import { withExpression } from '../errors';
import type { Json } from '../json';
import { Meter } from '../meter';
import { toJson } from './result';

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
