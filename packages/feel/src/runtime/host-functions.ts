import { parseDate, parseDateTime, duration, FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { FeelRefusal } from '../errors';
import type { RawFunction } from '../functions';
import type { Json } from '../json';
import type { Meter } from '../meter';
import { toJson } from './result';

/** A date, a date and time, a time or a duration of FEEL; made with {@link feelDate} and its likes. */
export type FeelTemporal = FeelDate | FeelDateTime | FeelTime | FeelDuration;

/**
 * A function that a host adds to FEEL. Dates arrive as ISO texts; to return a date, not a text, use {@link feelDate}.
 *
 * @example const param: FeelFunction = (key) => parameters.get(String(key));
 */
export type FeelFunction = (...args: Json[]) => Json | FeelTemporal;

/** `feelDate('2026-10-10')`: a FEEL date for the result of a host function. */
export function feelDate(iso: string): FeelTemporal {
  return parseDate(iso) ?? refuseTemporal(iso);
}

/** `feelDateTime('2026-10-10T09:00:00+08:00')`: a FEEL date and time for the result of a host function. */
export function feelDateTime(iso: string): FeelTemporal {
  return parseDateTime(iso) ?? refuseTemporal(iso);
}

/** `feelDuration('P3D')`: a FEEL duration for the result of a host function. */
export function feelDuration(iso: string): FeelTemporal {
  return duration(iso) ?? refuseTemporal(iso);
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

function isTemporal(value: unknown): value is FeelTemporal {
  return value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime || value instanceof FeelDuration;
}

function refuseTemporal(iso: string): never {
  throw new FeelRefusal('feel.evaluation', { reason: iso.slice(0, 100) });
}
