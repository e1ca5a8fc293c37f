import { engineOf, type Tx } from '@wuxin/plugin-bpmn';
import type { DisclosureRecord, DutyRecord } from '../store';
import { addDays } from './periods';

export interface Owed {
  readonly placeId: string;
  readonly period: string;
  readonly matter: string | null;
  /** The day after which the days are counted. */
  readonly happenedOn: string;
  readonly dueDays: number;
}

/** A disclosure that is owed and of which nothing has been done. */
export function freshDisclosure(tx: Tx, duty: Pick<DutyRecord, 'id' | 'class'>, { dueDays, ...owed }: Owed): DisclosureRecord {
  return {
    id: engineOf(tx.db).newId(),
    dutyId: duty.id,
    class: duty.class,
    ...owed,
    dueOn: addDays(owed.happenedOn, dueDays),
    status: 'due',
    noticeId: null,
    draftedAt: null,
    draftedById: null,
    draftedByName: null,
    reviewedAt: null,
    reviewedById: null,
    reviewedByName: null,
    reviewOpinion: null,
    reviewVerdict: null,
    reviewedDigest: null,
    publishedOn: null,
    lateDays: null,
    isAsReviewed: null,
    keepUntilOn: null,
    waivedReason: null,
    waivedById: null,
    waivedByName: null,
    archivedAt: null,
    archiveHash: null,
    createdAt: tx.now,
  };
}
