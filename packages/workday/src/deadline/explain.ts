import { fillTemplate, type WorkdayLocale } from '../messages';
import type { Deadline, DueDate } from './deadline';
import type { SkippedDays } from './day-counter';

interface Phrases {
  readonly units: { readonly [unit in Deadline['unit']]: string };
  readonly days: string;
  /** A deadline of no days. */
  readonly sameDay: string;
  readonly hours: string;
  readonly moved: string;
  readonly skipped: string;
  readonly weekend: string;
  readonly skippedDays: string;
  readonly provisional: string;
  readonly comma: string;
}

const phrases: { readonly [locale in WorkdayLocale]: Phrases } = {
  'zh-CN': {
    units: { workingDays: '个工作日', calendarDays: '日', hours: '小时' },
    days: '自 {base} 的次日起算 {amount}{unit}，至 {dueOn} 24 时止',
    sameDay: '{base} 当日为限，至 {dueOn} 24 时止',
    hours: '自 {base} 起算 {amount}{unit}，至 {dueOn} 止',
    moved: '（{movedFrom} 是休息日，顺延）',
    skipped: '，其间休息：{list}',
    weekend: '周末',
    skippedDays: '{name} {days} 天',
    provisional: '。日历只到 {coveredUntil}，以上为暂算。',
    comma: '、',
  },
  'en-US': {
    units: { workingDays: 'working days', calendarDays: 'days', hours: 'hours' },
    days: '{amount} {unit} from the day after {base}, until the end of {dueOn}',
    sameDay: 'on {base} itself, until the end of {dueOn}',
    hours: '{amount} {unit} from {base}, until {dueOn}',
    moved: ' (moved from {movedFrom}, a day of rest)',
    skipped: ', with days of rest: {list}',
    weekend: 'weekend',
    skippedDays: '{name} {days}',
    provisional: '. Provisional: the calendar ends on {coveredUntil}.',
    comma: ', ',
  },
};

/** How a due date came about, in one sentence for the people who must keep it. */
export function explainDueDate(due: DueDate, locale: WorkdayLocale): string {
  const words = phrases[locale];
  const { base, deadline, movedFrom, skipped } = due.explanation;
  const data = {
    base,
    amount: deadline.amount,
    unit: words.units[deadline.unit],
    dueOn: due.dueOn,
    movedFrom,
    coveredUntil: due.coveredUntil,
  };
  const parts = [
    countingOf(deadline, words),
    movedFrom === null ? '' : words.moved,
    deadline.unit === 'workingDays' && skipped.length > 0 ? fillTemplate(words.skipped, { list: listOf(skipped, words) }) : '',
    due.isProvisional ? words.provisional : locale === 'zh-CN' ? '。' : '.',
  ];
  return fillTemplate(parts.join(''), data);
}

function countingOf({ unit, amount }: Deadline, words: Phrases): string {
  if (unit === 'hours') return words.hours;
  return amount === 0 ? words.sameDay : words.days;
}

function listOf(skipped: readonly SkippedDays[], words: Phrases): string {
  return skipped
    .map(({ name, days }) => fillTemplate(words.skippedDays, { name: name ?? words.weekend, days }))
    .join(words.comma);
}
