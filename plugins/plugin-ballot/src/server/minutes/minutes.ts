import { measureName, parseRule, ruleWords, type CountsInput } from '@wuxin/ballot-core';
import { type DocxBlock, localDateOf, localTimeOf, textOf, type Locale } from '@wuxin/plugin-bpmn';
import type { MeetingPost } from '../../common/api';
import type { MeetingRecord, MotionRecord, RecusalRecord, RollEntryRecord, RollRecord, StaffRecord } from '../store';

/** Everything that minutes say, read in one moment. */
export interface MinutesFacts {
  readonly meeting: MeetingRecord;
  readonly typeTitle: Readonly<Record<Locale, string>>;
  readonly placeName: string | null;
  readonly staff: readonly StaffRecord[];
  readonly roll: RollRecord | null;
  readonly entries: readonly RollEntryRecord[];
  /** Whoever was there at any time. */
  readonly attended: ReadonlySet<string>;
  readonly motions: readonly MotionRecord[];
  readonly recusals: readonly RecusalRecord[];
}

/** Longer lists of names are on the sign-in sheet. */
const NAMES_IN_FULL = 300;
const ROOM_TO_SIGN = '\n';
const POSTS: readonly MeetingPost[] = ['chair', 'minuteTaker', 'clerk', 'teller', 'supervisor'];
const COUNTED = [
  'due',
  'present',
  'households',
  'householdsPresent',
  'womenPresent',
  'issued',
  'recovered',
  'approve',
  'oppose',
  'abstain',
  'blank',
  'invalid',
  'notVoting',
  'recused',
] as const;

/** The minutes of a meeting, in one language. Of a secret vote they hold numbers and what proves them, and nothing that leads to a person. */
export function minutesOf(facts: MinutesFacts, locale: Locale): DocxBlock[] {
  const t = (key: string, data: Readonly<Record<string, unknown>> = {}) => textOf(locale, `minutesFile.${key}`, data);
  return [
    { kind: 'title', text: t('title', { title: facts.meeting.title }) },
    { kind: 'table', widths: [22, 78], rows: headRows(facts, locale) },
    ...attendance(facts, locale),
    ...agenda(facts, locale),
    ...facts.motions.filter(({ status }) => status !== 'withdrawn').flatMap((motion) => motionBlocks(facts, motion, locale)),
    { kind: 'heading', text: t('discussion') },
    { kind: 'paragraph', text: facts.meeting.minutes?.trim() || t('nothingSaid') },
    { kind: 'heading', text: t('signatures') },
    {
      kind: 'table',
      widths: [25, 45, 30],
      rows: POSTS.filter((post) => post !== 'clerk').map((post) => [textOf(locale, `post.${post}`), ROOM_TO_SIGN, t('date')]),
    },
  ];
}

function headRows({ meeting, typeTitle, placeName, staff }: MinutesFacts, locale: Locale): string[][] {
  const t = (key: string) => textOf(locale, `minutesFile.${key}`);
  const separator = locale === 'zh-CN' ? '、' : ', ';
  const time = (at: number | null) => (at === null ? '–' : `${localDateOf(at)} ${localTimeOf(at)}`);
  const posts = POSTS.map((post): [string, string] => [
    textOf(locale, `post.${post}`),
    staff
      .filter((one) => one.post === post)
      .map(({ name }) => name)
      .join(separator),
  ]);
  return [
    [t('number'), meeting.number],
    [t('type'), typeTitle[locale]],
    ...(placeName === null ? [] : [[t('place'), placeName]]),
    [t('noticeOn'), meeting.noticeOn ?? '–'],
    [t('openedAt'), time(meeting.openedAt)],
    [t('closedAt'), time(meeting.closedAt)],
    [t('venue'), meeting.venue],
    ...posts.filter(([, names]) => names !== ''),
  ];
}

function attendance({ entries, attended, roll }: MinutesFacts, locale: Locale): DocxBlock[] {
  const t = (key: string, data: Readonly<Record<string, unknown>> = {}) => textOf(locale, `minutesFile.${key}`, data);
  const staying = entries.filter(({ isWithdrawn }) => !isWithdrawn);
  const [there, away] = [staying.filter(({ id }) => attended.has(id)), staying.filter(({ id }) => !attended.has(id))];
  const names = (some: readonly RollEntryRecord[]) =>
    some.length > NAMES_IN_FULL ? t('onSheet') : some.map(({ name }) => name).join(locale === 'zh-CN' ? '、' : ', ') || '–';
  return [
    { kind: 'heading', text: t('attendance') },
    { kind: 'paragraph', text: t('attended', { due: staying.length, present: there.length }) },
    {
      kind: 'table',
      widths: [22, 78],
      rows: [
        [t('there'), names(there)],
        [t('away'), names(away)],
      ],
    },
    ...(roll?.hash ? [{ kind: 'note' as const, text: t('rollHash', { hash: roll.hash }) }] : []),
  ];
}

function agenda({ meeting }: MinutesFacts, locale: Locale): DocxBlock[] {
  if (meeting.agenda.length === 0) return [];
  const lines = meeting.agenda.map(({ title, text }, index) => `${index + 1}. ${title}${text ? `\n${text}` : ''}`);
  return [
    { kind: 'heading', text: textOf(locale, 'minutesFile.agenda') },
    { kind: 'paragraph', text: lines.join('\n') },
  ];
}

function motionBlocks(facts: MinutesFacts, motion: MotionRecord, locale: Locale): DocxBlock[] {
  const t = (key: string, data: Readonly<Record<string, unknown>> = {}) => textOf(locale, `minutesFile.${key}`, data);
  const { number, round, title, text, way, secrecy, result, rule, box } = motion;
  const ways = { way: textOf(locale, `way.${way}`), secrecy: textOf(locale, `secrecy.${secrecy}`) };
  return [
    { kind: 'heading', text: round > 1 ? t('motionRound', { number, round, title }) : t('motion', { number, title }) },
    ...(text === '' ? [] : [{ kind: 'paragraph' as const, text }]),
    { kind: 'paragraph', text: t('voted', ways) },
    ...(rule ? [{ kind: 'paragraph' as const, text: t('rule', { rule: ruleWords(parseRule(rule))[locale] }) }] : []),
    ...recused(facts, motion, locale),
    ...counted(motion, locale),
    { kind: 'strong', text: result ? t('result', { sentence: result.sentence[locale] }) : t('notDecided') },
    ...(box ? [{ kind: 'note' as const, text: t('head', { count: box.receipts.length, head: box.head }) }] : []),
  ];
}

function recused({ recusals, entries }: MinutesFacts, { id }: MotionRecord, locale: Locale): DocxBlock[] {
  const names = new Map(entries.map((entry) => [entry.id, entry.name]));
  return recusals
    .filter(({ motionId }) => motionId === id)
    .map(({ entryId, reason }) => ({
      kind: 'paragraph',
      text: textOf(locale, 'minutesFile.recused', { name: names.get(entryId) ?? '', reason }),
    }));
}

function counted({ counted: counts, candidates }: MotionRecord, locale: Locale): DocxBlock[] {
  if (!counts) return [];
  const known = COUNTED.filter((name) => counts[name] !== undefined);
  const rows = [known.map((name) => measureName(name)[locale]), known.map((name) => String(counts[name]))];
  const table: DocxBlock = { kind: 'table', hasHead: true, widths: known.map(() => 1), rows };
  return candidates.length === 0 ? [table] : [table, elected(counts, locale)];
}

function elected({ candidates = [] }: CountsInput, locale: Locale): DocxBlock {
  const head = [textOf(locale, 'minutesFile.candidate'), measureName('approve')[locale]];
  return {
    kind: 'table',
    hasHead: true,
    widths: [70, 30],
    rows: [head, ...candidates.map(({ id, name, approve }) => [name ?? id, String(approve)])],
  };
}
