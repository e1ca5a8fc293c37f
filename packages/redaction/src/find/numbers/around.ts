import type { LabelKind, Stream, StreamLabels } from '../../stream';
import { BREAK, strongestBreak, type DigitRun, type DigitWindow } from './runs';

const NUMBER_LABELS: ReadonlySet<LabelKind> = new Set([
  'idNumber',
  'phone',
  'publicPhone',
  'bankAccount',
  'creditCode',
  'code',
  'birth',
]);
const AMOUNT_AFTER = /^(?:元|万|亿|%|‰|票|亩|吨|米|份|千瓦|平方|㎡)/;
const AMOUNT_BEFORE = /(?:[¥￥$€]|人民币|RMB|第|[〔[【(]?\d{4}[〕\]】])$/i;
/** Letters that end a code, unless they say what the number is. */
const CODE_BEFORE = /[A-Za-z][-_/]?$/;
const WORD_BEFORE = /(?:tel|phone|mobile|mob|call|no|id|sfz|dh|sj|vx|wx|card|account)[-_/]?$/i;

const DIGITS = /[零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖參貳陸X]/g;
/** Before a decimal that could be a number of a telephone: 平均值138.12345678. */
const QUANTITY = /[值率量数占约达积重长宽高比均]$/;

/** What the surroundings say of numbers in a stream. */
export class Surroundings {
  constructor(
    readonly stream: Stream,
    private readonly labels: StreamLabels,
  ) {}

  /** What the label in the sentence, else the header or the cell beside, says the number is. */
  says(run: DigitRun, window: DigitWindow): ReadonlySet<LabelKind> {
    const at = run.at[window.from] ?? 0;
    const label = this.labels.before(at, NUMBER_LABELS);
    if (label && (label.kind === 'code' ? this.isRightBehind(label.end, at) : this.reaches(label.end, at)))
      return new Set([label.kind]);
    const kinds = this.labels.around(at);
    return new Set([...kinds].filter((kind) => NUMBER_LABELS.has(kind)));
  }

  /** Is there a label of a number for this place in the header of any text that the window is in? */
  headerSays(run: DigitRun, { from, until }: DigitWindow, kind: LabelKind): boolean {
    for (let at = from; at < until; at += 1) {
      if ((at === from || run.breaks[at] === BREAK.boundary) && this.labels.around(run.at[at] ?? 0).has(kind)) return true;
    }
    return false;
  }

  /** Could a number of this kind stand in the cell of a position, going by its header or the cell beside it? */
  isUnder(position: number, kind: LabelKind): boolean {
    const header = this.stream.texts[this.stream.text[position] ?? 0]?.header ?? '';
    const kinds = this.labels.around(position);
    return kinds.has(kind) || (header === '' && kinds.size === 0);
  }

  /** A number over cells or paragraphs: all that is in each of them, and under no header of something else. */
  isOneNumber(run: DigitRun, window: DigitWindow, kind: LabelKind): boolean {
    const { from, until } = window;
    if (strongestBreak(run, window) < BREAK.boundary) return true;
    const begins = from === 0 || run.breaks[from] === BREAK.boundary;
    const ends = until === run.digits.length || run.breaks[until] === BREAK.boundary;
    if (!begins || !ends) return false;
    for (let at = from; at < until; at += 1) {
      if ((at === from || run.breaks[at] === BREAK.boundary) && !this.isUnder(run.at[at] ?? 0, kind)) return false;
    }
    return true;
  }

  /** An amount, a document number, a decimal or part of a code. */
  isNoPerson(run: DigitRun, window: DigitWindow): boolean {
    const { chars } = this.stream;
    const first = run.at[window.from] ?? 0;
    const last = run.at[window.until - 1] ?? 0;
    const before = this.sameText(first, chars.slice(Math.max(0, first - 8), first));
    const after = chars.slice(last + 1, last + 4);
    if (window.until === run.digits.length && AMOUNT_AFTER.test(after)) return true;
    if (window.from === 0 && AMOUNT_BEFORE.test(before)) return true;
    if (this.isInCode(run, window.from)) return true;
    if (this.stream.gap[last + 1] === 0 && /^[A-Za-z]{2,}|^[A-WYZ]/i.test(after)) return true;
    if (window.from === 0 && QUANTITY.test(before) && run.separators.slice(window.from, window.until).includes('.')) return true;
    return isDecimal(run, window) || isThousands(run, window);
  }

  /** Letters, perhaps with digits and hyphens behind them: SQ-2026-13812345678. */
  private isInCode(run: DigitRun, from: number): boolean {
    let at = from;
    const isJoined = (digit: number): boolean =>
      this.stream.gap[run.at[digit] ?? 0] === 0 &&
      ((run.breaks[digit] ?? 0) <= BREAK.style || /^[-_/]$/.test(run.separators[digit] ?? ''));
    while (at > 0 && from - at < FARTHEST && isJoined(at)) at -= 1;
    const first = run.at[at] ?? 0;
    const before = this.sameText(first, this.stream.chars.slice(Math.max(0, first - 8), first));
    return this.stream.gap[first] === 0 && CODE_BEFORE.test(before) && !WORD_BEFORE.test(before);
  }

  private sameText(at: number, before: string): string {
    return this.stream.gap[at] === 3 ? '' : before;
  }

  private isRightBehind(end: number, at: number): boolean {
    return (
      /^[数额号码值]?[:：]?[A-Za-z]{0,4}[-:：#(（]?$/.test(this.stream.chars.slice(end, Math.min(at, end + 8))) && at - end <= 7
    );
  }

  /** A label is about the numbers right behind it and those listed with them, not about those behind other words. */
  private reaches(end: number, at: number): boolean {
    const between = this.stream.chars.slice(end, at);
    const number = /\*{2,}|\d[^\p{Script=Han}]{6,}|[零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖\d]{7,}/u.exec(between);
    if (!number) return true;
    return !/[\p{Script=Han}A-Za-z]/u.test(
      between
        .slice(number.index)
        .replace(DIGITS, '')
        .replace(/[和及与或]/g, ''),
    );
  }
}

/** One point and nothing else: `12.5`, also with digits that would make a telephone number. */
function isDecimal(run: DigitRun, { from, until }: DigitWindow): boolean {
  const points: number[] = [];
  const whole = numberAround(run, from, until);
  for (let at = whole.from + 1; at < whole.until; at += 1) {
    if (run.separators[at] === '.') points.push(at);
    else if (run.separators[at] !== '' || (run.breaks[at] ?? 0) >= BREAK.separator) return false;
  }
  const [point] = points;
  if (points.length !== 1 || point === undefined) return false;
  const before = point - whole.from;
  const after = whole.until - point;
  return !(before === 3 && after === 8) && !(before === 7 && after === 4) && !(before === 6 && after >= 9);
}

/** No decimal has more digits on one side. */
const FARTHEST = 40;

/** The digits around a window that no space, line or cell keeps apart. */
function numberAround(run: DigitRun, from: number, until: number): DigitWindow {
  let first = from;
  let last = until;
  const joined = (at: number): boolean => {
    const separator = run.separators[at] ?? '';
    return (run.breaks[at] ?? 0) <= BREAK.style || (separator === '.' && run.breaks[at] === BREAK.separator);
  };
  while (first > 0 && from - first < FARTHEST && joined(first)) first -= 1;
  while (last < run.digits.length && last - until < FARTHEST && joined(last)) last += 1;
  return { from: first, until: last };
}

/** `13,812,345,678`. */
function isThousands(run: DigitRun, { from, until }: DigitWindow): boolean {
  let group = 0;
  let commas = 0;
  for (let at = from; at < until; at += 1) {
    if (at > from && (run.separators[at] === ',' || run.separators[at] === '，')) {
      if (commas > 0 ? group !== 3 : group > 3) return false;
      commas += 1;
      group = 0;
    } else if (at > from && (run.breaks[at] ?? 0) >= BREAK.separator && run.separators[at] !== '.') return false;
    group += 1;
  }
  return commas > 0 && group === 3;
}
