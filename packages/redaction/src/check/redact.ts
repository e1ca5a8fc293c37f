import { replaceSpans, type NoticeDocument, type Replacement } from '../document';
import type { RedactionFinding } from '../find';

/** What the accepted findings put in place of the text. */
export function replacementsOf(findings: readonly RedactionFinding[]): Replacement[] {
  return findings.flatMap(({ spans, masks }) => spans.map((span, at) => ({ span, text: masks[at] ?? '***' })));
}

/** The document with the masked forms of the findings that a person accepted. */
export function redact(document: NoticeDocument, accepted: readonly RedactionFinding[]): NoticeDocument {
  return replaceSpans(document, replacementsOf(accepted));
}
