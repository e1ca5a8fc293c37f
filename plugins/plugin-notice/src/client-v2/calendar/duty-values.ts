import type { DisclosureCadence, DutyBody, DutyView } from '../../common/api';

export interface DutyValues {
  /** The place that is looked at, or everywhere; asked for of a new one. */
  reach?: 'here' | 'everywhere';
  class: DutyBody['class'];
  title: string;
  titleEn: string;
  cadence: DisclosureCadence;
  dueDays: number;
  keepDays?: number | null;
  source: string;
  sourceEn?: string;
  certainty: DutyBody['certainty'];
}

type Said = Omit<DutyBody, 'placeId'>;

export const valuesOf = ({ titleEn, sourceEn, keepDays, ...duty }: DutyView): DutyValues => ({
  class: duty.class,
  title: duty.title,
  titleEn,
  cadence: duty.cadence,
  dueDays: duty.dueDays,
  keepDays,
  source: duty.source,
  sourceEn,
  certainty: duty.certainty,
});

/** What is sent: a source in one language is left empty in the other. */
export const saidIn = ({ title, titleEn, keepDays, source, sourceEn, ...values }: DutyValues): Said => ({
  class: values.class,
  title: title.trim(),
  titleEn: titleEn.trim(),
  cadence: values.cadence,
  dueDays: values.dueDays,
  keepDays: keepDays ?? null,
  source: source.trim(),
  sourceEn: sourceEn?.trim() ?? '',
  certainty: values.certainty,
});
