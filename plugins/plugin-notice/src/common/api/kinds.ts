import type { Localized, NoticeForm, PeriodUnit } from './words';

/** A kind of notice. Its numbers are parameters, each with a statutory or policy limit, a source and a value by place. */
export interface NoticeKind {
  readonly key: string;
  readonly form: NoticeForm;
  readonly title: Localized;
  readonly takesObjections: boolean;
  readonly periodUnit: PeriodUnit;
  /** Keys of parameters. Null: as long as it is kept. */
  readonly periodParameter: string | null;
  readonly keepParameter: string;
}

/** A parameter's value at a place. */
export interface KindNumber {
  readonly key: string;
  readonly value: number;
  /** An unconfirmed number holds nothing up here, but whoever publishes is told. */
  readonly isConfirmed: boolean;
}

export interface KindView extends NoticeKind {
  readonly period: KindNumber | null;
  readonly keep: KindNumber | null;
}
