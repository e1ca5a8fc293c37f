import { check, type FindingKind, type RedactionFinding, type Span, textAt } from '..';
import { GENERATED_ON, noticeOf } from './notices';
import type { GeneratedNotice, Secret } from './writer';

export const KINDS: readonly FindingKind[] = ['idNumber', 'phone', 'bankAccount', 'name', 'minor', 'address'];

interface KindMeasure {
  secrets: number;
  found: number;
  findings: number;
  right: number;
}

interface Miss {
  readonly seed: number;
  readonly kind: FindingKind;
  /** `missed`: a secret that was not found; `false`: a finding that is no secret. */
  readonly problem: 'missed' | 'false';
  readonly text: string;
  readonly disguises: readonly string[];
  readonly around: string;
}

export interface Measurement {
  readonly notices: number;
  readonly characters: number;
  readonly byKind: Readonly<Record<FindingKind, KindMeasure>>;
  readonly misses: readonly Miss[];
}

/**
 * Checks the notices of these seeds. A secret counts as found when findings of its kind cover all its letters and digits; a finding
 * is right when it touches a secret of its kind. The ID number of a child is a secret of two kinds.
 */
export function measure(firstSeed: number, lastSeed: number): Measurement {
  const byKind = Object.fromEntries(KINDS.map((kind) => [kind, { secrets: 0, found: 0, findings: 0, right: 0 }])) as Record<
    FindingKind,
    KindMeasure
  >; // one entry for each kind
  const misses: Miss[] = [];
  let characters = 0;
  for (let seed = firstSeed; seed <= lastSeed; seed += 1) {
    const notice = noticeOf(seed);
    characters += JSON.stringify(notice.document).length;
    const findings = check(notice.document, { today: GENERATED_ON, names: notice.names });
    for (const secret of notice.secrets) {
      const isFound = isCovered(notice, secret, findings);
      byKind[secret.kind].secrets += 1;
      if (isFound) byKind[secret.kind].found += 1;
      else misses.push(missOf(seed, notice, secret.kind, 'missed', secret.spans, secret.disguises));
    }
    for (const finding of findings) {
      const isRight = notice.secrets.some((secret) => secret.kind === finding.kind && overlap(secret.spans, finding.spans));
      byKind[finding.kind].findings += 1;
      if (isRight) byKind[finding.kind].right += 1;
      else misses.push(missOf(seed, notice, finding.kind, 'false', finding.spans, [finding.reason]));
    }
  }
  return { notices: lastSeed - firstSeed + 1, characters, byKind, misses };
}

const samePlace = (a: Span, b: Span): boolean => a.block === b.block && a.row === b.row && a.cell === b.cell;

const overlap = (left: readonly Span[], right: readonly Span[]): boolean =>
  left.some((a) => right.some((b) => samePlace(a, b) && a.start < b.end && b.start < a.end));

function isCovered({ document }: GeneratedNotice, { kind, spans }: Secret, findings: readonly RedactionFinding[]): boolean {
  const own = findings.filter((finding) => finding.kind === kind).flatMap((finding) => finding.spans);
  return spans.every((span) => {
    const text = textAt(document, span);
    for (let at = span.start; at < span.end; at += 1) {
      const isContent = /[\p{L}\p{N}]/u.test(text[at] ?? '');
      if (isContent && !own.some((found) => samePlace(found, span) && found.start <= at && at < found.end)) return false;
    }
    return true;
  });
}

function missOf(
  seed: number,
  { document }: GeneratedNotice,
  kind: FindingKind,
  problem: Miss['problem'],
  spans: readonly Span[],
  disguises: readonly string[],
): Miss {
  const text = spans.map((span) => textAt(document, span).slice(span.start, span.end)).join('|');
  const [first] = spans;
  const around = first ? textAt(document, first).slice(Math.max(0, first.start - 14), first.end + 8) : '';
  return { seed, kind, problem, text, disguises, around };
}
