import { GAP } from '../../fold';
import { headerKinds, type LabelKind, type Stream, type StreamLabels } from '../../stream';
import type { FindingReason } from '../finding';
import type { FieldRule, KnownNames } from './known';
import { isHan, nameAt, namesFrom, type ParsedName } from './parse';
import { AFTER_NAME, isFrequentSurname, surnameLength } from './surnames';

/** A name in a stream, and how it may be shown. */
export interface FoundName {
  readonly from: number;
  readonly until: number;
  readonly name: string;
  readonly surname: number;
  readonly rule: FieldRule;
  readonly certainty: 'sure' | 'likely';
  readonly reason: FindingReason;
  /** Under or behind a word for children, or for their parents. */
  readonly role: 'minor' | 'adult' | 'any';
}

/** How names behind each label may be shown. */
export interface NameRulesByLabel {
  readonly name: FieldRule;
  readonly post: FieldRule;
  readonly reporter: FieldRule;
  readonly minorName: FieldRule;
}

type NameLabel = keyof NameRulesByLabel;
const NAME_LABELS: readonly NameLabel[] = ['minorName', 'reporter', 'name', 'post'];
const isNameLabel = (kind: LabelKind): kind is NameLabel => (NAME_LABELS as readonly LabelKind[]).includes(kind);
const ADULT = /户主|父亲|母亲|父母|监护人|配偶|妻子|丈夫|申请人|业主|联系人|经办人|家长$/;
/** Columns of people who stand for a post: their names are public, as candidates and holders of posts are. */
const POST_TABLE = /职务|候选|得票|当选|拟任|得赞成票/;

interface NameContext {
  readonly known: KnownNames;
  readonly rules: NameRulesByLabel;
  /** What was found besides names: whose number it is often stands before it. */
  readonly numbers: readonly { readonly from: number }[];
}

/** Names of a stream: known ones, those behind labels and under headers, and those before words such as 同志. */
export function findNames(stream: Stream, labels: StreamLabels, { known, rules, numbers }: NameContext): FoundName[] {
  const found = [
    ...knownNames(stream, known),
    ...labelledNames(stream, labels, rules),
    ...namesUnderHeaders(stream, labels, rules),
    ...namesBeforeTitles(stream, rules),
    ...namesInApposition(stream, labels, rules),
    ...namesBesideNumbers(stream, labels, { rules, numbers }),
  ];
  const shown = found.map((item) => ({ ...item, rule: known.ruleOf(item.name) ?? item.rule }));
  return withoutOverlaps(shown).filter(({ rule }) => rule !== 'public');
}

function knownNames(stream: Stream, known: KnownNames): FoundName[] {
  return known.in(stream).map(({ from, until, name, rule, isAlone }) => ({
    from,
    until,
    name,
    surname: nameAt(stream, from, { isStrict: false })?.surname ?? 1,
    rule,
    certainty: isAlone || name.length > 2 ? 'sure' : 'likely',
    reason: 'knownName',
    role: 'any',
  }));
}

const GENERAL =
  /^(?:居民|村民|业主|成员|家属|住户|租户|儿童|学生|孩子|小孩|子女|少年|患者|当事人|未成年人|残疾人|父母|家庭成员|搬迁户|困难户|婴儿|监护人|代表|委员|负责人)$/;
const OPENING = /^[“"'‘(（《【[]$/;

function labelledNames(stream: Stream, labels: StreamLabels, rules: NameRulesByLabel): FoundName[] {
  const isLabel = (at: number): boolean => labels.beginsAt(at);
  return labels.all.flatMap((label) => {
    const { kind, end, start } = label;
    if (!isNameLabel(kind)) return [];
    let at = end;
    const bracket = /^[(（][^()（）]{0,12}[)）]/.exec(stream.chars.slice(at, at + 14));
    if (bracket) at += bracket[0].length;
    const hasColon = /^[:：]$/.test(stream.chars[at] ?? '');
    if (hasColon) at += 1;
    if (/^(?:是|为)$/.test(stream.chars[at] ?? '')) at += 1;
    if (OPENING.test(stream.chars[at] ?? '')) at += 1;
    const isOwnCell = (stream.gap[at] ?? 0) === GAP.boundary;
    if (isOwnCell && !(stream.isRow && isLabelCell(stream, start))) return [];
    const isStrict = !hasColon && !isOwnCell && at === end;
    const word = stream.chars.slice(start, end);
    return namesFrom(stream, at, { isStrict, isGeneral: GENERAL.test(word) }, isLabel).map((name) => ({
      ...placed(name),
      rule: rules[kind],
      certainty: isStrict || !name.isDelimited ? 'likely' : 'sure',
      reason: reasonOf(kind, 'nameLabel'),
      role: roleOf(kind, word),
    }));
  });
}

/** A cell that only says what stands in the next one. */
function isLabelCell(stream: Stream, at: number): boolean {
  const text = stream.texts[stream.text[at] ?? 0];
  return text !== undefined && text.original.trim().length <= 10 && text.header === '';
}

function namesUnderHeaders(stream: Stream, labels: StreamLabels, rules: NameRulesByLabel): FoundName[] {
  if (!stream.isRow) return [];
  const isPostTable = stream.texts.some(({ header }) => POST_TABLE.test(header));
  const isLabel = (at: number): boolean => labels.beginsAt(at);
  const found: FoundName[] = [];
  let previous = -1;
  for (let at = 0; at < stream.chars.length; at += 1) {
    const text = stream.text[at] ?? 0;
    if (text === previous) continue;
    previous = text;
    const { header = '', isHeader = false } = stream.texts[text] ?? {};
    const kind = [...headerKinds(header)].find(isNameLabel);
    if (!kind || isHeader) continue;
    const label = isPostTable && kind === 'name' ? 'post' : kind;
    for (const name of namesFrom(stream, at, { isStrict: false }, isLabel)) {
      const isSure = name.isDelimited;
      const certainty = isSure ? 'sure' : 'likely';
      found.push({
        ...placed(name),
        rule: rules[label],
        certainty,
        reason: reasonOf(label, 'nameHeader'),
        role: roleOf(label, header),
      });
    }
  }
  return found;
}

const TITLE = /同志|先生|女士|老人|大爷|大妈|阿姨|奶奶|爷爷|夫妇|同学|小朋友|一家|老师傅|师傅/g;
const LONGEST_NAME = 4;

/** 张建国同志: the characters before a title, when they are a name and nothing more. */
function namesBeforeTitles(stream: Stream, rules: NameRulesByLabel): FoundName[] {
  const { chars, gap } = stream;
  const found: FoundName[] = [];
  for (const match of chars.matchAll(TITLE)) {
    for (let length = LONGEST_NAME; length >= 2; length -= 1) {
      const from = match.index - length;
      if (from < 0 || stream.text[from] !== stream.text[match.index]) continue;
      const isApart =
        (gap[from] ?? 0) > GAP.none ||
        !isHan(chars[from - 1]) ||
        AFTER_NAME.test(chars.slice(from - 1)) ||
        /[给将请对让由向为了和与谢访问慰找助帮]/.test(chars[from - 1] ?? '');
      const name = isApart ? nameAt(stream, from, { isStrict: true }) : null;
      if (name?.until !== match.index) continue;
      const role = /同学|小朋友/.test(match[0]) ? 'minor' : 'any';
      found.push({ ...placed(name), rule: rules.name, certainty: 'likely', reason: 'nameTitle', role });
      break;
    }
  }
  return found;
}

const APPOSITION =
  /[，,(（、](?=男[，,。）)、]|女[，,。）)、]|(?:今年|现年|年仅)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})周?岁|身份证|公民身份|汉族|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?(?:出生|生)|系|生于|出生|家住|现住|住址|电话|手机|联系电话)/g;

/** 张建国，男，63岁: a name at the beginning of a sentence or behind a sign, before what only people have. */
function namesInApposition(stream: Stream, labels: StreamLabels, rules: NameRulesByLabel): FoundName[] {
  const { chars, gap } = stream;
  const labelEnds = new Set(labels.all.map(({ end }) => end));
  return [...chars.matchAll(APPOSITION)].flatMap((match): FoundName[] => {
    for (let length = LONGEST_NAME; length >= 2; length -= 1) {
      const from = match.index - length;
      const isApart =
        from === 0 || labelEnds.has(from) || (gap[from] ?? 0) > GAP.space || /[，,。；;、：:]/.test(chars[from - 1] ?? '');
      if (from < 0 || !isApart || stream.text[from] !== stream.text[match.index]) continue;
      const name = nameAt(stream, from, { isStrict: false });
      if (name?.until !== match.index || surnameLength(name.name) === 0) continue;
      return [{ ...placed(name), rule: rules.name, certainty: 'likely', reason: 'nameApposition', role: 'any' }];
    }
    return [];
  });
}

/** 惠民苑 and 高峰村 are where somebody lives. */
const PLACE_END = /^[苑村园区里府庭镇街路坪坝沟城厦院寓组社楼栋幢座店厂站]$/;

/** 王建国（138…）, 王建国 3-1-502 and the cell before that of a number: a name with nothing before it, right before a number. */
function namesBesideNumbers(
  stream: Stream,
  labels: StreamLabels,
  { rules, numbers }: Pick<NameContext, 'rules' | 'numbers'>,
): FoundName[] {
  const { chars, gap, text, texts } = stream;
  const labelEnds = new Map(labels.all.map(({ end, kind }) => [end, kind]));
  return numbers.flatMap(({ from: number }): FoundName[] => {
    let end = number;
    while (end > number - 2 && /^[:：，,(（]$/.test(chars[end - 1] ?? '') && text[end - 1] === text[number]) end -= 1;
    const isOtherCell = (gap[end] ?? 0) === GAP.boundary;
    if (labelEnds.has(end) || (isOtherCell && texts[text[end - 1] ?? 0]?.header !== '')) return [];
    for (const length of [4, 3, 2]) {
      const from = end - length;
      const isApart = from === 0 || (gap[from] ?? 0) > GAP.none || /[，,。；;、：:)）]/.test(chars[from - 1] ?? '');
      if (from < 0 || !isApart || text[from] !== text[end - 1]) continue;
      if (isOtherCell && from > 0 && (gap[from] ?? 0) !== GAP.boundary) continue;
      if ([from, from - 1].some((at) => labelEnds.get(at) === 'post')) continue;
      const name = nameAt(stream, from, { isStrict: false });
      if (PLACE_END.test(chars[end - 1] ?? '')) return [];
      if (name?.until !== end || surnameLength(name.name) === 0 || (length === 2 && !isFrequentSurname(name.name))) continue;
      return [{ ...placed(name), rule: rules.name, certainty: 'likely', reason: 'nameApposition', role: 'any' }];
    }
    return [];
  });
}

const placed = ({ from, until, name, surname }: ParsedName) => ({ from, until, name, surname });

function reasonOf(kind: NameLabel, otherwise: FindingReason): FindingReason {
  if (kind === 'minorName') return 'minorName';
  return kind === 'reporter' ? 'reporterName' : otherwise;
}

function roleOf(kind: NameLabel, words: string): FoundName['role'] {
  if (kind === 'minorName') return 'minor';
  return ADULT.test(words) ? 'adult' : 'any';
}

/** Of two names over each other the first found stays, known ones before all; but what is about children does. */
function withoutOverlaps(names: readonly FoundName[]): FoundName[] {
  const byPosition = names
    .map((name, order) => ({ name, order }))
    .sort(
      (a, b) =>
        a.name.from - b.name.from ||
        Number(b.name.role === 'minor') - Number(a.name.role === 'minor') ||
        b.name.until - a.name.until ||
        a.order - b.order,
    );
  const kept: FoundName[] = [];
  for (const { name } of byPosition) {
    const last = kept.at(-1);
    if (!last || name.from >= last.until) kept.push(name);
    else if (last.role === 'any' && name.role !== 'any') kept[kept.length - 1] = { ...last, role: name.role };
  }
  return kept;
}
