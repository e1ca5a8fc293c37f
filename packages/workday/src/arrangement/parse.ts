import { localDate, type LocalDate } from '../date';

/** A day of a notice, with the weekday that stands in brackets behind it. */
export interface ArrangedDay {
  readonly date: LocalDate;
  readonly weekday: string | null;
}

export interface ArrangedHoliday {
  readonly names: readonly string[];
  readonly from: ArrangedDay;
  readonly until: ArrangedDay;
  /** As the notice counts them; null where it says 与周末连休. */
  readonly days: number | null;
  /** Make-up days 上班. */
  readonly worked: readonly ArrangedDay[];
}

const HOLIDAY = '(?:元旦|春节|清明节|清明|劳动节|端午节|端午|中秋节|中秋|国庆节|国庆)';
const HEAD = new RegExp(`(${HOLIDAY}(?:[、和]${HOLIDAY})*)[:：]`, 'g');
/** What stands behind the last holiday. */
const TAIL = /节假日期间|国务院办公厅|各地区/;
const FULL: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节', 国庆: '国庆节' };

export interface ArrangementPart {
  readonly names: readonly string[];
  readonly words: string;
}

/** The parts of a notice that begin with a holiday and a colon. */
export function partsOf(text: string): ArrangementPart[] {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const heads = [...plain.matchAll(HEAD)];
  return heads.map((head, at) => {
    const [all, names = ''] = head;
    const words = plain.slice(head.index + all.length, heads[at + 1]?.index).split(TAIL)[0] ?? '';
    // the number of the next line is no part of this one
    return {
      names: names.split(/[、和]/).map((name) => FULL[name] ?? name),
      words: words.replace(/[一二三四五六七八九十\d]+[、.]$/, ''),
    };
  });
}

const BRACKET = '(?:[(（]([^()（）]{0,24})[)）])?';
const DAY = `(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日${BRACKET}`;
const REST = new RegExp(`^${DAY}(?:至${DAY})?(?:放假调休|放假公休|放假)(?:[,，]?(?:共(\\d{1,2})天|与周末连休))?[。;；]?`);
const WORKED = new RegExp(`^(?:${DAY}[、和,，]?)+(?:正常)?上班[。;；]?`);
const EACH = new RegExp(DAY, 'g');
/** A recommendation: it makes no day one of rest. */
const ADVICE = /^鼓励[^。]*。?/;

/** Reads what stands behind a holiday; null when any of it is in no form that is known. */
export function parseHoliday(names: readonly string[], words: string, year: number): ArrangedHoliday | null {
  const rest = REST.exec(words);
  if (!rest) return null;
  const [all, fromYear, fromMonth, fromDay, fromBracket, untilYear, untilMonth, untilDay, untilBracket, days] = rest;
  const from = dayOf({ year: fromYear, month: fromMonth, day: fromDay, bracket: fromBracket }, { year, month: null });
  if (!from) return null;
  const base = { year: Number(from.date.slice(0, 4)), month: Number(from.date.slice(5, 7)) };
  const until =
    untilDay === undefined ? from : dayOf({ year: untilYear, month: untilMonth, day: untilDay, bracket: untilBracket }, base);
  const worked = until && workedDays(words.slice(all.length), year);
  return until && worked ? { names, from, until, days: days === undefined ? null : Number(days), worked } : null;
}

function workedDays(words: string, year: number): ArrangedDay[] | null {
  const days: ArrangedDay[] = [];
  let left = words;
  while (left !== '') {
    const sentence = WORKED.exec(left)?.[0];
    const advice = ADVICE.exec(left)?.[0];
    if (sentence === undefined && advice === undefined) return null;
    for (const [, ownYear, month, day, bracket] of sentence?.matchAll(EACH) ?? []) {
      const last = days.at(-1)?.date;
      const read = dayOf({ year: ownYear, month, day, bracket }, { year, month: last ? Number(last.slice(5, 7)) : null });
      if (!read) return null;
      days.push(read);
    }
    left = left.slice((sentence ?? advice ?? '').length);
  }
  return days;
}

interface Written {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly bracket: string | undefined;
}

/** A day that leaves out its year or month has those of the day before it. */
function dayOf({ year, month, day, bracket }: Written, base: { year: number; month: number | null }): ArrangedDay | null {
  const ownMonth = month === undefined ? base.month : Number(month);
  if (ownMonth === null || day === undefined) return null;
  const text = `${year ?? base.year}-${String(ownMonth).padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    return {
      date: localDate(text),
      weekday: /(?:周|星期)([一二三四五六日天])/.exec(bracket ?? '')?.[1]?.replace('天', '日') ?? null,
    };
  } catch {
    return null; // the caller names the line
  }
}
