import type { Stream, StreamText } from '../../stream';
import type { StreamFinding } from '../finding';
import type { FoundName } from '../names';

/** A school for children, or a class of one, as of somebody who goes there. */
const SCHOOL =
  /(?:幼儿园|托儿所|小学|初级中学|高级中学|中学|初中|高中|学校|附中|附小|中职|特校)(?!学历|文化|程度|毕业|教师|老师|校长|任教|任职|退休|旁|附近|对面|路|南侧|北侧|东侧|西侧|门口|门前)|学前班|[小中大]班(?!长)|[一二三四五六七八九1-9]年级|[初高][一二三](?![天号月日级])/;
const NO_SCHOOL = /大学|学院|研究生|党校|老年|夜校|驾校|技师/;
const CLOSE = 16;
const SENTENCE_END = /[。;；!！?？]/;

/**
 * Which names are those of children: beside an age, a birth date or an ID number of a child, beside a school, or behind a word for
 * children. Their names are hidden wholly.
 */
export function childrenAmong(
  names: readonly FoundName[],
  evidence: readonly StreamFinding[],
  stream: Stream,
): ReadonlySet<FoundName> {
  const children = new Set(names.filter(({ role }) => role === 'minor'));
  const owners = stream.isRow ? ownersInRow(names, stream) : (at: Range): FoundName[] => nearest(names, stream, at);
  for (const range of evidence) for (const name of owners(range)) children.add(name);
  const hasSchool = stream.isRow && stream.texts.some(isSchoolCell);
  names.forEach((name, at) => {
    if (name.role !== 'adult' && (stream.isRow ? hasSchool : isBesideSchool(name, names[at + 1], stream))) children.add(name);
  });
  return children;
}

type Range = Pick<StreamFinding, 'from' | 'until'>;

/** A row is about one person, unless it names parents beside the child. */
function ownersInRow(names: readonly FoundName[], stream: Stream): (range: Range) => FoundName[] {
  const all = names.filter(({ role }) => role !== 'adult');
  const byText = new Map<number, FoundName[]>();
  for (const name of all) {
    const text = stream.text[name.from] ?? 0;
    const own = byText.get(text);
    if (own) own.push(name);
    else byText.set(text, [name]);
  }
  // a very long row is no row about one person
  return ({ from }) => byText.get(stream.text[from] ?? 0) ?? (all.length <= MOST_IN_ROW ? all : []);
}

const MOST_IN_ROW = 50;

/** The last name before it in its sentence, else the first one behind it. */
function nearest(names: readonly FoundName[], stream: Stream, { from, until }: Range): FoundName[] {
  const isNear = (start: number, end: number): boolean =>
    end - start <= 2 * CLOSE &&
    stream.text[start] === stream.text[Math.max(start, end - 1)] &&
    !SENTENCE_END.test(stream.chars.slice(start, end));
  const next = firstFrom(names, from);
  const before = names[next - 1];
  if (before && before.until <= from && isNear(before.until, from)) return before.role === 'adult' ? [] : [before];
  const behind = names[next];
  const isBehind = behind && behind.role !== 'adult' && behind.from >= until && behind.from - until <= 4;
  return isBehind && isNear(until, behind.from) ? [behind] : [];
}

/** Index of the first name that begins at a position or behind it. */
function firstFrom(names: readonly FoundName[], position: number): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.from ?? Infinity) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBesideSchool(name: FoundName, next: FoundName | undefined, stream: Stream): boolean {
  const own = stream.text[name.from];
  let end = name.until;
  while (end < Math.min(name.until + CLOSE + 8, next?.from ?? Infinity) && stream.text[end] === own) end += 1;
  let start = name.from;
  while (start > name.from - CLOSE && stream.text[start - 1] === own) start -= 1;
  const behind = clauseBehind(stream.chars.slice(name.until, end));
  const before = stream.chars.slice(start, name.from).split(SENTENCE_END).at(-1) ?? '';
  const isRightBefore = /(?:学生|同学|班|年级|幼儿|在读|就读的)[:：]?$/.test(before) && isSchool(before);
  return isRightBefore || isSchool(behind);
}

/** A cell under a header about schools. */
const isSchoolCell = ({ original, header, isHeader }: StreamText): boolean =>
  !isHeader && /校|学|园|班|年级/.test(header) && isSchool(original.slice(0, 40));
const isSchool = (text: string): boolean => SCHOOL.test(text) && !NO_SCHOOL.test(text);
/** What is said of a name right behind it: up to the next sign that is not between the two. */
const clauseBehind = (text: string): string => /^[，,、:： (（]*([^，,。；;！!？?]*)/.exec(text)?.[1] ?? '';
