import { textOf, type Locale } from '@wuxin/plugin-bpmn';
import type { JournalLine } from '../../common/api';
import type { JournalRecord } from '../store';

/** A chain as people read it. */
export const journalLines = (rows: readonly JournalRecord[], locale: Locale): JournalLine[] =>
  rows.map(({ sequence, kind, data, actorId, actorName, at }) => ({
    sequence,
    kind,
    text: textOf(locale, `journal.${kind}`, data),
    by: actorId === null ? null : { id: actorId, name: actorName ?? '' },
    at,
  }));
