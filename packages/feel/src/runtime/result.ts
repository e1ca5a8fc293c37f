import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { FeelRefusal } from '../errors';
import type { Json } from '../json';
import { LIMITS } from '../limits';
import type { Meter } from '../meter';

/**
 * A result as JSON: dates, times and durations become ISO 8601 texts, numbers that are none become null.
 * Functions and ranges are no values; they are refused rather than lost.
 */
export function toJson(value: unknown, meter: Meter, depth = 0): Json {
  meter.charge(1);
  if (depth > LIMITS.valueDepth) throw new FeelRefusal('feel.tooDeep', { limit: LIMITS.valueDepth });
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'boolean':
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? value + 0 : null;
    case 'object':
      return value === null ? null : compoundToJson(value, meter, depth);
    default:
      throw notAValue(typeof value);
  }
}

function compoundToJson(value: object, meter: Meter, depth: number): Json {
  if (Array.isArray(value)) return value.map((item) => toJson(item, meter, depth + 1));
  if (value instanceof FeelDateTime) return dateTimeToIso(value);
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDuration) return value.toString();
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw notAValue(value.constructor.name.replace(/^Feel/, '').toLowerCase());
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toJson(entry, meter, depth + 1)]));
}

/** FEEL writes a named zone as `…@Europe/Paris`, which is not ISO: the offset of that moment says the same. */
function dateTimeToIso(value: FeelDateTime): string {
  if (value.zone === null || !value.zone.includes('/')) return value.toString();
  return value.unwrap().toZonedDateTime(value.zone).toString({ timeZoneName: 'never' });
}

function notAValue(type: string): FeelRefusal {
  return new FeelRefusal('feel.notAValue', { type });
}
