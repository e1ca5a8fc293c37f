import type { RollEntryRecord } from '../store';

const DECIMALS = 4;
const SCALE = 10n ** BigInt(DECIMALS);

/** Square metres as text with at most four decimals, exact. @returns null: it is none */
export function areaInUnits(area: string): bigint | null {
  const [, whole, decimals = ''] = /^(\d{1,11})(?:\.(\d{1,4}))?$/.exec(area) ?? [];
  return whole === undefined ? null : BigInt(whole) * SCALE + BigInt(decimals.padEnd(DECIMALS, '0'));
}

/** The area of these entries together; null when none has one. */
export function areaOf(entries: readonly Pick<RollEntryRecord, 'area'>[]): string | null {
  const areas = entries.flatMap(({ area }) => (area === null ? [] : [areaInUnits(area) ?? 0n]));
  if (areas.length === 0) return null;
  const sum = areas.reduce((total, one) => total + one, 0n);
  const decimals = String(sum % SCALE)
    .padStart(DECIMALS, '0')
    .replace(/0+$/, '');
  return decimals === '' ? String(sum / SCALE) : `${sum / SCALE}.${decimals}`;
}
