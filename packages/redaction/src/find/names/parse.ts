import { GAP, RARE_HAN } from '../../fold';
import type { Stream } from '../../stream';
import { AFTER_NAME, isFrequentSurname, isNoName, surnameLength } from './surnames';

/** A name in a stream. */
export interface ParsedName {
  readonly from: number;
  readonly until: number;
  /** Its characters without what was put between them. */
  readonly name: string;
  readonly surname: number;
  /** It ends where something else begins that is no character of Chinese. */
  readonly isDelimited: boolean;
}

interface NameRules {
  /** Without a colon before it only a frequent surname is believed, and the name has to end somewhere. */
  readonly isStrict: boolean;
  /** Behind a word that is often no label (居民, 学生) a name without a colon needs a frequent surname. */
  readonly isGeneral?: boolean;
}

const HAN = /^[\u3400-\u9fff\uf900-\ufaff\ue000〇]$/;
const JOINER = /^[-‐–—_.·•∙・‧/\\|~]$/;
const MOST_JOINERS = 12;
const LONGEST = 16;

export const isHan = (char: string | undefined): boolean => char !== undefined && HAN.test(char);
export const isJoiner = (char: string | undefined): boolean => char !== undefined && JOINER.test(char);

interface Letter {
  readonly char: string;
  readonly at: number;
  /** A space, line or sign before it. */
  readonly isApart: boolean;
}

/** The name that begins at a position, or null. */
export function nameAt(stream: Stream, position: number, rules: NameRules): ParsedName | null {
  const letters = lettersFrom(stream, position);
  const text = letters.map(({ char }) => char).join('');
  const dotted = rules.isStrict ? null : withDot(stream, letters);
  if (dotted) return dotted;
  const surname = text.startsWith(RARE_HAN) ? 1 : surnameLength(text);
  if (surname === 0) return rules.isStrict ? null : whole(stream, letters);
  if (isNoName(text)) return null;
  const length = lengthOf(stream, text, letters, surname);
  if (length <= surname) return null;
  const next = letters[length];
  const isDelimited = next === undefined ? endsBehind(stream, letters) : next.isApart;
  const isBelieved =
    (isDelimited && rules.isGeneral !== true) ||
    (isFrequentSurname(text) && (isDelimited || next === undefined || AFTER_NAME.test(text.slice(length))));
  if (rules.isStrict && (!isBelieved || (!isDelimited && AFTER_NAME.test(text.slice(surname))))) return null;
  return made(letters, length, surname, isDelimited);
}

/** Characters of Chinese from a position on, over spaces and joiners, within one text. */
function lettersFrom({ chars, gap, text }: Stream, position: number): Letter[] {
  const letters: Letter[] = [];
  let joiners = 0;
  for (let at = position; letters.length < LONGEST && text[at] === text[position]; at += 1) {
    const char = chars[at];
    if (isHan(char)) {
      letters.push({ char: char ?? '', at, isApart: joiners > 0 || (letters.length > 0 && (gap[at] ?? 0) > GAP.none) });
      joiners = 0;
    } else if (isJoiner(char) && letters.length > 0 && joiners < MOST_JOINERS) joiners += 1;
    else break;
  }
  return letters;
}

/** With how many characters a name ends: at a gap, before a word that follows names, at the end, or after two given ones. */
function lengthOf(stream: Stream, text: string, letters: readonly Letter[], surname: number): number {
  const most = Math.min(surname + 2, text.length);
  const isWhole = text.length === most && endsBehind(stream, letters);
  for (let length = surname + 1; length < most; length += 1) {
    const next = letters[length];
    const isApart = next?.isApart === true;
    const isLast = letters[length + 1] === undefined || letters[length + 1]?.isApart === true;
    // 张 三 李 四: the next surname ends a name; 张三 丰, 张 三丰 and 张 三 丰 身份证 go on
    const isNextName =
      surnameLength(text.slice(length)) > 0 &&
      letters[length + 1] !== undefined &&
      (letters[length + 2] === undefined || letters[length + 2]?.isApart === true);
    if (isApart && (!isLast || isNextName)) return length;
    const after = isApart ? undefined : AFTER_NAME.exec(text.slice(length))?.[0];
    // 王家: at the end of a name even a word of one character belongs to it
    if (after !== undefined && !(isWhole && after.length === 1)) return length;
  }
  return most;
}

const END = /^[、,，。;；:：)）】\]/／!！?？“”"]/;

/** Is there a sign, a gap or nothing behind these letters? */
function endsBehind(stream: Stream, letters: readonly Letter[]): boolean {
  const at = (letters.at(-1)?.at ?? 0) + 1;
  const char = stream.chars[at];
  return char === undefined || END.test(char) || /^[(（]$/.test(char) || (stream.gap[at] ?? 0) > GAP.none;
}

/** 阿依古丽·买买提: parts with a dot between them, each of at least two characters. */
function withDot(stream: Stream, letters: readonly Letter[]): ParsedName | null {
  const hasDot = ({ at, isApart }: Letter): boolean => isApart && /^[·•・‧]$/.test(stream.chars[at - 1] ?? '');
  const dot = letters.findIndex(hasDot);
  const end = letters.findIndex((letter, at) => at > dot && letter.isApart && !hasDot(letter));
  const length = end < 0 ? letters.length : end;
  return dot < 2 || letters.slice(0, dot).some(({ isApart }) => isApart) || length - dot < 2
    ? null
    : made(letters, length, 1, true);
}

/** A surname that is not in the list: believed when it stands alone. */
function whole(stream: Stream, letters: readonly Letter[]): ParsedName | null {
  const own = letters.slice(0, lengthOfWhole(letters));
  const text = own.map(({ char }) => char).join('');
  if (own.length < 2 || own.length > 3 || NO_CELL.test(text) || isNoName(text)) return null;
  return own.length < letters.length || endsBehind(stream, own) ? made(letters, own.length, 1, true) : null;
}

/** 操 家英, 操家英, 操 家 英 and 操家: up to the next gap, of two or three characters. */
function lengthOfWhole(letters: readonly Letter[]): number {
  const [, second, third, fourth] = letters;
  if (second?.isApart !== true) {
    const apart = letters.findIndex(({ isApart }) => isApart);
    const isLast = letters[apart + 1] === undefined || letters[apart + 1]?.isApart === true;
    if (apart === 2 && isLast) return 3;
    return apart < 0 ? letters.length : apart;
  }
  return third && (!third.isApart || fourth === undefined || fourth.isApart) ? 3 : 2;
}

const NO_CELL =
  /合计|小计|总计|共计|^无|空白|以下|姓名|户主|户数|人数|序号|备注|社区|小区|居委|村委|单位|公司|中心|委员会|学校|弃权|赞成|反对|另选|某|不详|未知|保密|待定|本人|同上|见附|如下|详见|均|可以|不得|必须|需|请|按|凡|各|每|对|身份|电话|地址|名单|人员|群众|居民|村民|家庭|子女|物业|银行|政府|小组|支部|办公|镇|街道|县|市|省/;

function made(letters: readonly Letter[], length: number, surname: number, isDelimited: boolean): ParsedName | null {
  const [first] = letters;
  const last = letters[length - 1];
  if (!first || !last) return null;
  const name = letters
    .slice(0, length)
    .map(({ char }) => char)
    .join('');
  return { from: first.at, until: last.at + 1, name, surname, isDelimited };
}

const LIST_SIGN = /^[、,，;；/和及与跟]$/;
const BRACKETS = /^[(（][^()（）]{0,24}[)）]/;
const MOST_NAMES = 5_000;

/** The names that stand one behind the other from a position on. */
export function namesFrom(stream: Stream, position: number, rules: NameRules, isLabel: (at: number) => boolean): ParsedName[] {
  const names: ParsedName[] = [];
  let at = position;
  while (names.length < MOST_NAMES && stream.text[at] === stream.text[position]) {
    if (isLabel(at)) break;
    const name = nameAt(stream, at, names.length === 0 ? rules : { ...rules, isStrict: false });
    if (!name || (names.length > 0 && /^[:：]$/.test(stream.chars[name.until] ?? ''))) break;
    names.push(name);
    at = name.until;
    const bracket = BRACKETS.exec(stream.chars.slice(at, at + 27));
    if (bracket) at += bracket[0].length;
    if (LIST_SIGN.test(stream.chars[at] ?? '')) at += 1;
    else if ((stream.gap[at] ?? 0) === GAP.none || stream.text[at] !== stream.text[position]) break;
  }
  return names;
}
