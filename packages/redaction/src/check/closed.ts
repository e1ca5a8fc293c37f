import { groupByPlace, placeKey, textAt, type NoticeDocument, type Replacement, type Span } from '../document';
import type { RedactionFinding } from '../find';
import { redact, replacementsOf } from './redact';

/** More than any text has needed; each round hides more than the one before. */
const MOST_ROUNDS = 10;
const HIDDEN = '***';

/**
 * Looks again at what redacting would leave: where a number is gone, the digits beside it may have become one. What is found then is
 * a finding of the original as well, so that a redacted document has none.
 */
export function closed(
  document: NoticeDocument,
  find: (document: NoticeDocument, blocks?: ReadonlySet<number>) => RedactionFinding[],
): RedactionFinding[] {
  let findings = find(document);
  let touched = findings;
  for (let round = 0; round < MOST_ROUNDS && touched.length > 0; round += 1) {
    const groups = groupByPlace(replacementsOf(findings));
    const blocks = new Set(touched.flatMap(({ spans }) => spans.map(({ block }) => block)));
    touched = find(redact(document, findings), blocks).map((finding) => inOriginal(document, finding, groups));
    findings = [...findings, ...touched];
  }
  return findings;
}

function inOriginal(
  document: NoticeDocument,
  finding: RedactionFinding,
  groups: ReadonlyMap<string, readonly Replacement[]>,
): RedactionFinding {
  const mapped = finding.spans.map((span, at) => {
    const { original, isOverMask } = originalSpan(span, groups.get(placeKey(span)) ?? []);
    return { span: original, mask: isOverMask ? HIDDEN : (finding.masks[at] ?? HIDDEN) };
  });
  const spans = mapped.map(({ span }) => span);
  const found = spans.map((span) => textAt(document, span).slice(span.start, span.end)).join('');
  return { ...finding, certainty: 'likely', spans, found, masks: mapped.map(({ mask }) => mask) };
}

/** The place in the original of a span in the redacted text. What reaches into a mask reaches over all that it stands for. */
function originalSpan(span: Span, replacements: readonly Replacement[]): { original: Span; isOverMask: boolean } {
  let { start, end } = span;
  let isOverMask = false;
  let longer = 0;
  for (const { span: masked, text } of replacements) {
    const from = masked.start + longer;
    const until = from + text.length;
    longer += text.length - (masked.end - masked.start);
    if (span.start >= until) start = span.start - longer;
    else if (span.start >= from) start = masked.start;
    if (span.end > until) end = span.end - longer;
    else if (span.end > from) end = masked.end;
    isOverMask ||= span.start < until && span.end > from;
  }
  return { original: { ...span, start, end }, isOverMask };
}
