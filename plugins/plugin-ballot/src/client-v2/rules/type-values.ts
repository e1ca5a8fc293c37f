import type { MeetingTypeInput } from '@wuxin/ballot-core';
import type { Way } from '../../common/api';
import { WAY_TEXT } from '../shared';
import { localizedFrom, titleValuesOf, type TitleValues } from './titles';

type Reconvening = NonNullable<MeetingTypeInput['reconvening']>;

/** A kind of meeting as people enter it. */
export interface TypeValues extends TitleValues {
  noticeDays?: number | null;
  isReconvened: boolean;
  reconvening?: Pick<Reconvening, 'atLeastDays' | 'atMostDays' | 'times'>;
  ways: Way[];
  rules: string[];
  source?: string;
  validFrom?: string;
  validUntil?: string;
}

export const ALL_WAYS = Object.keys(WAY_TEXT) as Way[]; // its keys

/** What the form says, and everything else as it was. A number that is new here is known, and not found in a law. */
export function typeWith(type: MeetingTypeInput, values: TypeValues): MeetingTypeInput {
  const { noticeDays, isReconvened, reconvening, ways, rules, source = '', validFrom, validUntil } = values;
  const hasNotice = noticeDays !== undefined && noticeDays !== null;
  return {
    ...type,
    title: localizedFrom(values.title, values.titleEn),
    notice: hasNotice ? { certainty: 'known', ...type.notice, days: noticeDays } : undefined,
    reconvening: isReconvened && reconvening ? { certainty: 'known', ...type.reconvening, ...reconvening } : undefined,
    ways: ALL_WAYS.filter((way) => ways.includes(way)),
    rules,
    source: source.trim() || undefined,
    validFrom: validFrom || undefined,
    validUntil: validUntil || undefined,
  };
}

/** What the form begins with. */
export const typeValuesOf = (type: MeetingTypeInput): TypeValues => ({
  ...titleValuesOf(type.title),
  noticeDays: type.notice?.days,
  isReconvened: type.reconvening !== undefined,
  reconvening: type.reconvening,
  ways: type.ways,
  rules: type.rules,
  source: type.source,
  validFrom: type.validFrom,
  validUntil: type.validUntil,
});
