import { textAt, type NoticeDocument } from '../document';
import {
  childrenAmong,
  findAddresses,
  findMinors,
  findNames,
  findNumbers,
  KnownNames,
  type FieldRule,
  type FoundName,
  type KnownName,
  type NameRulesByLabel,
  type RedactionFinding,
  type StreamFinding,
} from '../find';
import { spansOf, StreamLabels, streamsOf, type Stream } from '../stream';
import { closed } from './closed';
import { masksOf } from './masks';

export interface CheckOptions {
  /** The day of the check, `YYYY-MM-DD`: who is a minor follows from it. */
  readonly today: string;
  /** Names that are known to be of people, such as those of the case. */
  readonly names?: readonly KnownName[];
  /** How names of a class may be shown; a class that is not named here is `masked`. */
  readonly fieldClasses?: Readonly<Record<string, FieldRule>>;
}

/**
 * How names may be shown unless the caller says otherwise. Holders of posts and candidates have to be public; whoever reports or
 * objects is confidential; children are never public. The classes `post`, `reporter`, `child` and `name` also hold for what labels say.
 */
export const DEFAULT_FIELD_CLASSES: Readonly<Record<string, FieldRule>> = {
  name: 'masked',
  resident: 'masked',
  post: 'public',
  candidate: 'public',
  reporter: 'hidden',
  child: 'hidden',
};

/**
 * What in a notice is personal data, or could be: a person decides on each finding. Linear in the length of the texts.
 *
 * @returns in the order of the document; spans of different findings may overlap where one is about a minor
 */
export function check(document: NoticeDocument, { today, names = [], fieldClasses = {} }: CheckOptions): RedactionFinding[] {
  const classes = { ...DEFAULT_FIELD_CLASSES, ...fieldClasses };
  const ruleOf = (fieldClass: string): FieldRule =>
    (Object.hasOwn(classes, fieldClass) ? classes[fieldClass] : undefined) ?? 'masked';
  const known = new KnownNames(names.map(({ name, fieldClass }) => ({ name, rule: ruleOf(fieldClass) })));
  const byLabel: NameRulesByLabel = {
    name: ruleOf('name'),
    post: ruleOf('post'),
    reporter: ruleOf('reporter'),
    minorName: ruleOf('child'),
  };
  const rules: Rules = { today, known, byLabel };
  return closed(document, (current, blocks) => findingsIn(current, rules, blocks)).sort(byPlace);
}

interface Rules {
  readonly today: string;
  readonly known: KnownNames;
  readonly byLabel: NameRulesByLabel;
}

/** @param blocks only what is in these, when given */
function findingsIn(document: NoticeDocument, rules: Rules, blocks?: ReadonlySet<number>): RedactionFinding[] {
  return streamsOf(document)
    .filter(({ texts }) => !blocks || texts.some(({ place }) => blocks.has(place.block)))
    .flatMap((stream) => findingsOf(stream, rules).map((finding) => placed(document, stream, finding)));
}

function findingsOf(stream: Stream, { today, known, byLabel }: Rules): StreamFinding[] {
  const labels = new StreamLabels(stream);
  const numbers = findNumbers(stream, labels, today);
  const free = freeOf(numbers);
  const minors = findMinors(stream, labels, today).filter(free);
  const addresses = withoutOverlaps(findAddresses(stream, labels).filter(free));
  const names = findNames(stream, labels, { known, rules: byLabel, numbers: [...numbers, ...addresses] }).filter(free);
  const evidence = [...numbers.filter(({ kind }) => kind === 'minor'), ...minors];
  const children = childrenAmong(names, evidence, stream);
  return [...numbers, ...minors, ...addresses, ...names.map((name) => nameFinding(name, children.has(name)))];
}

function nameFinding(name: FoundName, isChild: boolean): StreamFinding {
  const { from, until, certainty, reason, role, rule, surname } = name;
  if (isChild) {
    return {
      kind: 'minor',
      certainty,
      reason: role === 'minor' ? 'minorName' : 'minorSchool',
      from,
      until,
      mask: { type: 'hidden' },
    };
  }
  const mask = rule === 'hidden' ? ({ type: 'hidden' } as const) : ({ type: 'beginning', keep: surname, stars: '*' } as const);
  return { kind: 'name', certainty, reason, from, until, mask };
}

type Range = Pick<StreamFinding, 'from' | 'until'>;

/** Is nothing of a range in one of these? By a sorted list, so that many findings stay fast. */
function freeOf(taken: readonly Range[]): (range: Range) => boolean {
  const sorted = [...taken].sort((a, b) => a.from - b.from);
  return ({ from, until }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.until ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    return (sorted[low]?.from ?? Infinity) >= until;
  };
}

function withoutOverlaps(findings: readonly StreamFinding[]): StreamFinding[] {
  const kept: StreamFinding[] = [];
  for (const finding of [...findings].sort((a, b) => a.from - b.from || b.until - a.until)) {
    if ((kept.at(-1)?.until ?? 0) <= finding.from) kept.push(finding);
  }
  return kept;
}

function placed(
  document: NoticeDocument,
  stream: Stream,
  { kind, certainty, reason, from, until, mask }: StreamFinding,
): RedactionFinding {
  const spans = spansOf(stream, from, until);
  const found = spans.map((span) => textAt(document, span).slice(span.start, span.end)).join('');
  return { kind, certainty, reason, spans, found, masks: masksOf(stream, { from, until, mask }) };
}

function byPlace(a: RedactionFinding, b: RedactionFinding): number {
  const [first] = a.spans;
  const [second] = b.spans;
  if (!first || !second) return 0;
  return (
    first.block - second.block ||
    (first.row ?? 0) - (second.row ?? 0) ||
    (first.cell ?? 0) - (second.cell ?? 0) ||
    first.start - second.start
  );
}
