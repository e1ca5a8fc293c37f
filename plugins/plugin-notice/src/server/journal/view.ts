import { textOf, type Locale, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticeJournalRow } from '../../common/api';
import { journal } from './journal';

/** The chain as people read it. */
export async function noticeJournal(tx: Tx, subject: string, locale: Locale): Promise<NoticeJournalRow[]> {
  return (await journal.rowsOf(tx, subject)).map(({ sequence, kind, data, actorId, actorName, at, hash }) => ({
    sequence,
    kind,
    text: textOf(locale, `notice.journal.${kind}`, data),
    by: actorId === null ? null : { id: actorId, name: actorName ?? '' },
    at,
    hash,
  }));
}
