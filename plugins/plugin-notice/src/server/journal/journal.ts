import { Journal } from '@wuxin/plugin-bpmn';
import { tables, type JournalRecord } from '../store';

/** Of notices, objections, collections, duties and kinds: numbers and ids, never a name or a text. */
export const journal = new Journal<JournalRecord>(tables.journal, 'subjectId');
