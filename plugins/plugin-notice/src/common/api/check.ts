import type { PersonRef } from './words';

/** What a person decided in the redaction check; never what was found. */
export interface CheckSummary {
  readonly checkedAt: number;
  readonly checkedBy: PersonRef;
  readonly kinds: Readonly<Record<string, { readonly masked: number; readonly kept: number }>>;
  readonly reasons: readonly string[];
  /** Of what no check can read: files, and what a person said after looking at them. */
  readonly looked: readonly { readonly fileId: string; readonly words: string }[];
  /** False: title, text or attachments were changed since. */
  readonly isCurrent: boolean;
}

/** Where in a notice something was found. */
export type FindingPlace =
  | { readonly kind: 'title' }
  | { readonly kind: 'block'; readonly block: number; readonly row?: number; readonly cell?: number }
  | { readonly kind: 'fileName' | 'file'; readonly fileId: string };

/** `noticeNotices:check`: never stored. */
export interface FindingView {
  readonly id: string;
  readonly kind: string;
  readonly certainty: 'sure' | 'likely';
  /** Why, in the reader's language. */
  readonly words: string;
  readonly found: string;
  readonly pieces: readonly {
    readonly place: FindingPlace;
    readonly start: number;
    readonly end: number;
    /** The whole text of the place, cut around what was found. */
    readonly before: string;
    readonly text: string;
    readonly after: string;
    readonly mask: string;
  }[];
}

export interface CheckView {
  /** Of the text and of what was found; `noticeNotices:redact` sends it back. */
  readonly stamp: string;
  readonly findings: readonly FindingView[];
  /** What words cannot be looked for in: a person looks, and says so. */
  readonly unchecked: readonly { readonly fileId: string; readonly name: string; readonly contents: readonly string[] }[];
}

/** `noticeNotices:redact` */
export interface RedactBody {
  readonly stamp: string;
  readonly decisions: readonly (
    | { readonly id: string; readonly decision: 'mask' }
    | { readonly id: string; readonly decision: 'keep'; readonly reason: string }
  )[];
  readonly looked?: readonly { readonly fileId: string; readonly words: string }[];
}
