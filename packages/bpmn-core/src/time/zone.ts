import type { Instant } from '../contract';

/** A calendar date and time of day, without a zone. */
export interface WallClock {
  readonly year: number;
  /** 1 to 12; others are carried over into the year. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError when the zone is unknown. */
export function zoneFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

export function toWallClock(instant: Instant, zone: string): WallClock {
  const parts = new Map(
    zoneFormat(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type) ?? 0);
  return {
    year: parts.get('era') === 'BC' ? 1 - number('year') : number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    millisecond: ((instant % 1000) + 1000) % 1000,
  };
}

/** Where a clock change skips or repeats the time, the later of the two readings. */
export function fromWallClock(clock: WallClock, zone: string): Instant {
  const asUtc = utc(clock);
  const guess = asUtc - offsetAt(asUtc, zone);
  return asUtc - offsetAt(guess, zone);
}

function offsetAt(instant: Instant, zone: string): number {
  return utc(toWallClock(instant, zone)) - instant;
}

function utc({ year, month, day, hour, minute, second, millisecond }: WallClock): number {
  const date = new Date(0);
  // setUTCFullYear, not Date.UTC: that one takes years below 100 as 19xx.
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  return date.getTime();
}
