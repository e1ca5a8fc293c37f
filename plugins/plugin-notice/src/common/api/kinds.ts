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
  readonly name: Localized;
  readonly value: number;
  /** An unconfirmed number holds nothing up here, but whoever publishes is told. */
  readonly isConfirmed: boolean;
}

export interface KindView extends NoticeKind {
  readonly period: KindNumber | null;
  readonly keep: KindNumber | null;
  /** Of the kind as it stands: a change names the one that it changes. */
  readonly revision: string;
  /** It came with the software and somebody changed it here. */
  readonly isChanged: boolean;
  readonly changedAt: number;
  /** Null: the software. */
  readonly changedByName: string | null;
  /** The reader looks after kinds. */
  readonly mayChange: boolean;
}

/** POST noticeKinds:change?filterByTk=key — administrators. Form and objections stay: what a notice is follows from them. */
export interface KindChangeBody extends Pick<NoticeKind, 'title' | 'periodUnit' | 'periodParameter' | 'keepParameter'> {
  readonly revision: string;
  readonly reason: string;
}
