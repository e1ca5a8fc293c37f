import type { LevelledPlace, ParameterOption, ParameterRow, ParameterView } from '../../common/api';
import type { TextKey, Translate } from '../i18n';

interface UnitText {
  many: TextKey;
  one: TextKey;
}

const UNIT_TEXT: Record<string, UnitText> = {
  workingDays: { many: 'unit.workingDays', one: 'unit.workingDay' },
  calendarDays: { many: 'unit.calendarDays', one: 'unit.calendarDay' },
  hours: { many: 'unit.hours', one: 'unit.hour' },
  percent: { many: 'unit.percent', one: 'unit.percent' },
  times: { many: 'unit.times', one: 'unit.time' },
  people: { many: 'unit.people', one: 'unit.person' },
  households: { many: 'unit.households', one: 'unit.household' },
};

/** A unit as people read it; null for pure numbers and shares. Units that a pack brings along stay as they are written. */
export function unitInWords(unit: string | null, t: Translate, amount?: unknown): string | null {
  if (unit === null || unit === 'share') return null;
  const text = UNIT_TEXT[unit];
  if (!text) return unit;
  return t(amount === 1 ? text.one : text.many);
}

/** What says how a value is read. */
export interface Measured {
  unit: string | null;
  options?: ParameterOption[];
}

/** A value as people read it. */
export function valueInWords(value: unknown, { unit, options }: Measured, t: Translate): string {
  const option = options?.find((one) => one.value === value);
  if (option) return option.label;
  if (value === null || value === undefined) return t('common.none');
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  const words = unitInWords(unit, t, value);
  return words ? `${text} ${words}` : text;
}

type LimitKind = NonNullable<ParameterView['limitKind']>;

interface OneLimit {
  kind: LimitKind | null;
  floor: number | string | null;
  ceiling: number | string | null;
}

const KIND_TEXT: Record<LimitKind, TextKey> = { statutory: 'parameter.statutory', policy: 'parameter.policy' };

/**
 * Each limit with its kind, or the values that there are; null when there is none.
 *
 * @param only leaves out what the limits of the other kind say
 */
export function limitInWords(parameter: ParameterView, t: Translate, only?: LimitKind): string | null {
  const { floor, ceiling, limitKind, policyFloor = null, policyCeiling = null, unit, options } = parameter;
  if (options) return t('parameter.oneOf', { values: options.map(({ label }) => label).join(t('common.listSeparator')) });
  const limits: OneLimit[] = [
    { kind: limitKind, floor, ceiling },
    { kind: 'policy', floor: policyFloor, ceiling: policyCeiling },
  ];
  const words = limits
    .filter(({ kind }) => only === undefined || kind === only)
    .map((limit) => oneLimitInWords(limit, unit, t))
    .filter((text) => text !== null);
  return words.length === 0 ? null : words.join(t('parameter.limitSeparator'));
}

function oneLimitInWords({ kind, floor, ceiling }: OneLimit, unit: string | null, t: Translate): string | null {
  const parts = [
    floor === null ? null : t('parameter.atLeast', { value: valueInWords(floor, { unit }, t) }),
    ceiling === null ? null : t('parameter.atMost', { value: valueInWords(ceiling, { unit }, t) }),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const limit = parts.join(t('common.listSeparator'));
  return kind ? t('parameter.limitOfKind', { kind: t(KIND_TEXT[kind]), limit }) : limit;
}

const LEVEL_TEXT: Record<string, TextKey> = {
  province: 'level.province',
  city: 'level.city',
  county: 'level.county',
  township: 'level.township',
  community: 'level.community',
};

/** Levels that another territory brings along stay as they are written. */
export function levelInWords(level: string, t: Translate): string {
  const key = LEVEL_TEXT[level];
  return key ? t(key) : level;
}

export const placeInWords = ({ name, level }: LevelledPlace, t: Translate): string =>
  t('parameter.placeOfLevel', { name, level: levelInWords(level, t) });

/** Where a value comes from. */
export function originInWords({ origin, place }: Pick<ParameterRow, 'origin' | 'place'>, t: Translate): string {
  switch (origin) {
    case 'default':
      return t('parameter.fromDefault');
    case 'installation':
      return t('parameter.everywhere');
    case 'place':
      return place?.name ?? t('common.none');
  }
}
