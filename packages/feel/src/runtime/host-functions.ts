import { duration, parseDate, parseDateTime, parseTime } from 'feelin';
import { FeelRefusal, withExpression } from '../errors';
import type { RawFunction } from '../functions';
import type { Json } from '../json';
import type { Meter } from '../meter';
import { isTemporal, type FeelTemporal } from './feel-value';
import { toJson } from './result';

/**
 * A function that a host adds to FEEL. Dates arrive as ISO texts; to return a date, not a text, use {@link feelDate}.
 *
 * @example const param: FeelFunction = (key) => parameters.get(String(key));
 */
export type FeelFunction = (...args: Json[]) => Json | FeelTemporal;

/** `feelDate('2026-10-10')`: a FEEL date for the result of a host function. */
export function feelDate(iso: string): FeelTemporal {
  return temporal(parseDate, iso);
}

/** `feelDateTime('2026-10-10T09:00:00+08:00')`: a FEEL date and time for the result of a host function. */
export function feelDateTime(iso: string): FeelTemporal {
  return temporal(parseDateTime, iso);
}

/** `feelTime('09:00:00')`: a FEEL time. */
export function feelTime(iso: string): FeelTemporal {
  return temporal(parseTime, iso);
}

/** `feelDuration('P3D')`: a FEEL duration for the result of a host function. */
export function feelDuration(iso: string): FeelTemporal {
  return temporal(duration, iso);
}

export function hostFunction(name: string, fn: FeelFunction, meter: Meter): RawFunction {
  const raw: RawFunction = (...args) => {
    const plain = args.map((arg) => toJson(arg, meter));
    const result = callHost(name, fn, plain);
    return isTemporal(result) ? result : toJson(result, meter);
  };
  raw.$args = ['...arguments'];
  return raw;
}

function callHost(name: string, fn: FeelFunction, args: Json[]): Json | FeelTemporal {
  try {
    return fn(...args);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const refusal = new FeelRefusal('feel.functionFailed', { name, reason });
    refusal.cause = cause;
    throw refusal;
  }
}

/** feelin throws for what it has not built, such as dates before our era. */
function temporal<T extends FeelTemporal>(parse: (iso: string) => T | null, iso: string): T {
  return withExpression(iso.slice(0, 100), () => {
    const value = parse(iso);
    if (value === null) throw new FeelRefusal('feel.evaluation', { reason: iso.slice(0, 100) });
    return value;
  });
}
