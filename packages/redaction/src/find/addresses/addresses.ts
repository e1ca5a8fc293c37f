import type { LabelKind, Stream, StreamLabels } from '../../stream';
import { GAP } from '../../fold';
import type { FindingReason, StreamFinding } from '../finding';

const CHINESE = '[零〇○一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾幺]{1,5}';
/** Digits may stand apart when a word follows them. */
const N = `(?:(?:\\d ?){0,3}\\d|${CHINESE}|[A-Za-z]\\d{0,2}|[甲乙丙丁东西南北])`;
const J = '[ \\n,，-]?';
const BUILDING = `${N} ?(?:号 ?楼|栋|幢|# ?楼|#|座)`;
const YARD = `${N} ?号 ?院`;
const UNIT = `${N} ?(?:单 ?元|门洞|梯)`;
const FLOOR = `${N} ?(?:楼|层)`;
const DOOR = `(?:\\d{1,2} ?[-–—－] ?\\d{1,2}(?!\\d|[-–—－.]\\d)|(?:(?:\\d ?){0,3}\\d|${CHINESE}) ?(?:室|房(?!屋|产)|号(?!楼|院|文|令|线)|户(?!主|籍|均|数))|[东西南北中左右] ?户|(?:\\d{3,4}|[零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{3,4})(?![\\d零〇一二三四五六七八九]))`;
const ROOM = new RegExp(
  `(?<![\\d\\p{Script=Han}]第)(?:(?<building>(?:${YARD}${J})?${BUILDING}|${YARD})${J})?(?:(?<unit>${UNIT})${J})?(?:(?<floor>${FLOOR})${J})?(?<door>${DOOR})?`,
  'gu',
);
const ROOM_START = new RegExp(`${N} ?(?:号 ?楼|栋|幢|#|座|号 ?院|单 ?元|门洞|梯|楼|层)`, 'g');
const SHORT = new RegExp(
  `(?<![\\d零〇一二三四五六七八九.第〔\\[-])([A-Za-z]?\\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3}) ?(?:#|号楼|栋)? ?[-–—－−·/] ?((?:\\d|[一二三四五六七八九])) ?[-–—－−·/] ?(\\d{3,4}|[一二三四五六七八九][零〇○一二三四五六七八九]{2,3})(?![\\d零〇一二三四五六七八九]|[-–—－−./]\\d)`,
  'g',
);
const GROUP = new RegExp(`(?<keep>${N} ?(?:组|社|队|村民小组))${J}(?:${N}) ?号(?!楼|院|文|令|线)`, 'g');
const STREET = new RegExp(
  `(?<keep>[\\p{Script=Han}]{1,8}?(?:大道|路|街|巷|道|胡同|弄))${J}(?:${N}) ?号(?!楼|院|文|令|线|口)(?:附 ?\\d{1,3} ?号)?`,
  'gu',
);
const LONE = /(?<![\d-])(?:(?:\d ?){2,3}\d|[一二三四五六七八九][零〇一二三四五六七八九]{2,3}) ?(?:室|房(?!屋|产|间))/g;

/** A place for the public: its door is no secret. */
const OFFICE =
  /^.{0,6}?(?:服务中心|居委会|村委会|委员会|办公室|会议室|活动室|服务站|政府|卫生院|卫生室|医院|学校|小学|中学|幼儿园|公司|广场|派出所|司法所|法院|银行|信用社|超市|门店|商铺|工厂|大厅|图书|阅览室|调解室|值班室|门卫|厂房)/;
const OFFICE_BEFORE =
  /(?:办事处|街道办|服务中心|居委会|村委会|委员会|服务站|政府|卫生院|医院|公司|派出所|司法所|法院|银行|便民大厅|大厅|学校|小学|中学)[^，,。；;]{0,8}$/;
const WORKS = /^.{0,4}?(?:电梯|楼道|门禁|屋面|屋顶|外墙|楼梯|消防|改造|维修|路灯|公共|化粪池)/;
const WHERE: ReadonlySet<LabelKind> = new Set<LabelKind>(['address', 'door', 'venue']);
const HOME_BEFORE =
  /(?:小区|家园|花园|苑|园|村|社区|安置点|安置区|公寓|新城|雅居|府|庭|里|住|居住在|居住于|搬至|搬到|搬入|分得|分到|家中|家|住户|业主|租户)[A-Z东西南北]?区?[：:]?$/;

/** Addresses down to the door. */
export function findAddresses(stream: Stream, labels: StreamLabels): StreamFinding[] {
  const loose = looseOf(stream);
  const context: Context = { stream, labels, loose };
  return [
    ...rooms(context),
    ...shortForms(context),
    ...groups(context),
    ...streets(context),
    ...loneRooms(context),
    ...buildingAndRoom(context),
    ...doorCells(context),
  ];
}

interface Context {
  readonly stream: Stream;
  readonly labels: StreamLabels;
  readonly loose: Loose;
}

/** The text of a stream with one sign for each gap: here it matters where digits stand apart. */
interface Loose {
  readonly chars: string;
  readonly at: readonly number[];
}

function looseOf({ chars, gap }: Stream): Loose {
  const parts: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < chars.length; index += 1) {
    const before = gap[index] ?? 0;
    if (before !== GAP.none) {
      parts.push(before === GAP.boundary ? '\t' : before === GAP.line ? '\n' : ' ');
      at.push(index);
    }
    parts.push(chars[index] ?? '');
    at.push(index);
  }
  return { chars: parts.join(''), at };
}

interface Found {
  readonly index: number;
  readonly length: number;
  /** How many of its characters stay. */
  readonly keep: number;
  readonly reason: FindingReason;
  readonly certainty: 'sure' | 'likely';
}

function finding({ loose }: Context, { index, length, keep, reason, certainty }: Found): StreamFinding {
  let last = index + length - 1;
  while (last > index && /[\s,，-]/.test(loose.chars[last] ?? '')) last -= 1;
  const from = loose.at[index] ?? 0;
  const kept = keep === 0 ? 0 : (loose.at[index + keep - 1] ?? from) + 1 - from;
  const until = (loose.at[last] ?? from) + 1;
  return { kind: 'address', certainty, reason, from, until, mask: { type: 'beginning', keep: kept, stars: '**' } };
}

function rooms(context: Context): StreamFinding[] {
  const { loose } = context;
  const findings: StreamFinding[] = [];
  let reached = 0;
  for (const start of loose.chars.matchAll(ROOM_START)) {
    if (start.index < reached) continue;
    ROOM.lastIndex = start.index;
    const match = ROOM.exec(loose.chars);
    if (match?.index !== start.index || match[0] === '') continue;
    const { building, unit, floor, door } = match.groups ?? {};
    const where = whereOf(context, match.index, match[0].length);
    // one word names no door; a unit alone only where somebody lives
    const levels = [building, unit, floor, door].filter((level) => level !== undefined).length;
    const isDoor =
      door !== undefined
        ? levels >= 2 && !(levels === 2 && floor !== undefined && where !== 'home')
        : unit !== undefined && where === 'home';
    reached = match.index + Math.max(1, match[0].length);
    if (!isDoor || where === 'public') continue;
    const certainty = door !== undefined && (unit !== undefined || where === 'home') ? 'sure' : 'likely';
    findings.push(
      finding(context, {
        index: match.index,
        length: match[0].length,
        keep: building?.trimEnd().length ?? 0,
        reason: 'roomNumber',
        certainty,
      }),
    );
  }
  return findings;
}

function shortForms(context: Context): StreamFinding[] {
  return [...context.loose.chars.matchAll(SHORT)].flatMap((match) => {
    const [all, building = '', unit = '', room = ''] = match;
    const where = whereOf(context, match.index, all.length);
    if (where === 'public' || where === 'code' || isDate(building, unit, room)) return [];
    const isRoom = /^\d+$/.test(room)
      ? Number(room.slice(0, -2)) <= 33 && Number(room.slice(-2)) >= 1 && Number(room.slice(-2)) <= 12
      : true;
    if (!isRoom && where !== 'home') return [];
    const certainty = where === 'home' ? 'sure' : 'likely';
    return [
      finding(context, { index: match.index, length: all.length, keep: building.length, reason: 'shortDoorNumber', certainty }),
    ];
  });
}

const isDate = (first: string, second: string, third: string): boolean =>
  /^(?:19|20)\d\d$/.test(third) && Number(first) <= 31 && Number(second) <= 12;

function groups(context: Context): StreamFinding[] {
  return kept(context, GROUP, 'groupNumber');
}

function streets(context: Context): StreamFinding[] {
  return kept(context, STREET, 'streetNumber');
}

function kept(context: Context, pattern: RegExp, reason: FindingReason): StreamFinding[] {
  return [...context.loose.chars.matchAll(pattern)].flatMap((match) => {
    const where = whereOf(context, match.index, match[0].length);
    if (where === 'public' || where === 'code') return [];
    const kept = match.groups?.keep ?? '';
    // the words before the name of a street are no part of it
    const skipped = Math.max(0, ...[...kept.matchAll(/[住址于在到为是和与地]/g)].map(({ index }) => index + 1));
    const certainty = where === 'home' ? 'sure' : 'likely';
    const place = { index: match.index + skipped, length: match[0].length - skipped, keep: kept.length - skipped };
    return [finding(context, { ...place, reason, certainty })];
  });
}

/** `501室` alone, where the words before it are about a home. */
function loneRooms(context: Context): StreamFinding[] {
  return [...context.loose.chars.matchAll(LONE)].flatMap((match) => {
    if (whereOf(context, match.index, match[0].length) !== 'home') return [];
    return [
      finding(context, { index: match.index, length: match[0].length, keep: 0, reason: 'roomNumber', certainty: 'likely' }),
    ];
  });
}

const TWO_PARTS = /(?<![\d-–—第])(\d{1,2}) ?[-–—－] ?\d{3,4}(?![\d\-–—－/.])/g;

/** `8-1204`, where the words before it are about a home. */
function buildingAndRoom(context: Context): StreamFinding[] {
  return [...context.loose.chars.matchAll(TWO_PARTS)].flatMap((match) => {
    const [all, building = ''] = match;
    if (whereOf(context, match.index, all.length) !== 'home') return [];
    const place = { index: match.index, length: all.length, keep: building.length };
    return [finding(context, { ...place, reason: 'shortDoorNumber', certainty: 'likely' })];
  });
}

/** Cells under 房号 and 单元. */
function doorCells({ stream, labels }: Context): StreamFinding[] {
  const findings: StreamFinding[] = [];
  if (!stream.isRow) return findings;
  for (let at = 0; at < stream.chars.length; ) {
    const text = stream.text[at] ?? 0;
    let until = at + 1;
    while (until < stream.chars.length && stream.text[until] === text) until += 1;
    const { header = '', isHeader = true } = stream.texts[text] ?? {};
    const isDoor = labels.around(at).has('door') || /^单元号?$/.test(header);
    const isNumber = /^[A-Za-z]?[-\d零〇一二三四五六七八九十东西南北]{1,9}(?:室|号|户|单元)?$/.test(
      stream.chars.slice(at, until),
    );
    if (!isHeader && isDoor && isNumber) {
      findings.push({
        kind: 'address',
        certainty: 'sure',
        reason: 'doorHeader',
        from: at,
        until,
        mask: { type: 'beginning', keep: 0, stars: '**' },
      });
    }
    at = until;
  }
  return findings;
}

/** Is this where somebody lives, a place for the public, a number of something else, or can nothing be told? */
function whereOf({ stream, labels, loose }: Context, index: number, length: number): 'home' | 'public' | 'code' | 'unknown' {
  const from = loose.at[index] ?? 0;
  const until = (loose.at[index + length - 1] ?? from) + 1;
  const label = labels.before(from, WHERE);
  const before = sameText(stream, from, Math.max(0, from - 16));
  const after = followingWords(stream, until);
  const around = labels.around(from);
  if (label?.kind === 'venue' || around.has('venue') || OFFICE.test(after) || OFFICE_BEFORE.test(before) || WORKS.test(after))
    return 'public';
  if (label || around.has('address') || around.has('door') || HOME_BEFORE.test(before)) return 'home';
  const code = labels.before(from, new Set<LabelKind>(['code', 'creditCode', 'phone', 'bankAccount', 'idNumber']));
  return (code && from - code.end <= 6) || around.has('code') || /第$/.test(before) ? 'code' : 'unknown';
}

/** What comes behind a position in its sentence and its text. */
function followingWords({ chars, text }: Stream, from: number): string {
  let until = from;
  while (until < from + 14 && text[until] === text[from - 1]) until += 1;
  return chars.slice(from, until).split(/[。；;，,、]/)[0] ?? '';
}

function sameText({ chars, text }: Stream, until: number, from: number): string {
  let start = until;
  while (start > from && text[start - 1] === text[until]) start -= 1;
  return chars.slice(start, until);
}
