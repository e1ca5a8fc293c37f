import type { SettingChangePage } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import { textOf, type Locale } from '../runtime/texts';
import { settingChanges } from './store';
import type { ChangedPart, SettingChange, SettingSubject } from './types';

export interface SettingChangesAsked {
  readonly subject: SettingSubject;
  /** Null: of all settings of this kind. */
  readonly subjectKey: string | null;
  readonly page: number;
  readonly pageSize: number;
}

/** The newest first, a sentence each. */
export async function settingChangePage(
  tx: ReadAt,
  { subject, subjectKey, page, pageSize }: SettingChangesAsked,
  locale: Locale,
): Promise<SettingChangePage> {
  const where = subjectKey === null ? { subject } : { subject, subjectKey };
  const newestFirst: [string, 'ASC' | 'DESC'][] = [
    ['at', 'DESC'],
    ['id', 'DESC'],
  ];
  const rows = await settingChanges.select(tx, where, { order: newestFirst, limit: pageSize, offset: (page - 1) * pageSize });
  return {
    total: await settingChanges.count(tx, where),
    rows: rows.map(({ id, at, byId, byName, change }) => ({
      id,
      at,
      by: { id: byId, name: byName },
      text: sentenceOf(locale, change),
      parts: change.kind === 'ruleChanged' ? change.parts.map((part) => partView(locale, part)) : [],
    })),
  };
}

function sentenceOf(locale: Locale, change: SettingChange): string {
  const why = { note: ifSaid(locale, 'note' in change ? change.note : ''), reason: 'reason' in change ? change.reason : '' };
  const right = 'right' in change ? textOf(locale, `right.name.${change.right}`) : '';
  const said = { ...change, ...why, right, day: dayIn(locale, change) };
  const sentence = textOf(locale, `settingChange.did.${change.kind}`, said);
  const movedSome = 'moved' in change && change.moved > 0;
  return movedSome ? `${sentence}${textOf(locale, 'settingChange.moved', { count: change.moved })}` : sentence;
}

/** Rest or work, and on which weekdays of a stretch. */
function dayIn(locale: Locale, change: SettingChange): string {
  if (!('day' in change)) return '';
  const weekday = 'weekday' in change ? change.weekday : null;
  const kind = textOf(locale, `calendar.kind.${change.day}`);
  return weekday === null ? kind : `${textOf(locale, `calendar.every.${weekday}`)}${locale === 'zh-CN' ? '' : ' '}${kind}`;
}

/** After a sentence: what somebody added to it. */
const ifSaid = (locale: Locale, note: string): string => (note === '' ? '' : textOf(locale, 'settingChange.note', { note }));

const partView = (locale: Locale, { part, before, after }: ChangedPart) => ({
  name: textOf(locale, `settingChange.part.${part}`),
  before: valueIn(locale, part, before),
  after: valueIn(locale, part, after),
});

function valueIn(locale: Locale, part: ChangedPart['part'], value: string): string {
  if (value === '') return textOf(locale, 'settingChange.nothing');
  if (part === 'event') return textOf(locale, `dataStart.event.${value}`);
  if (part === 'isEnabled') return textOf(locale, value === 'true' ? 'dataStart.enabled' : 'dataStart.disabled');
  return value;
}
