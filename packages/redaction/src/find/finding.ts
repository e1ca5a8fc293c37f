import type { Span } from '../document';

/** What is looked for. */
export type FindingKind = 'idNumber' | 'phone' | 'bankAccount' | 'name' | 'minor' | 'address';

/** Why something was found; `explainReason` has the words. */
export type FindingReason =
  | 'idCheckSum'
  | 'idDate'
  | 'idLabel'
  | 'idOldForm'
  | 'idPartlyMasked'
  | 'mobileNumber'
  | 'splitMobileNumber'
  | 'landline'
  | 'phoneLabel'
  | 'cardCheckSum'
  | 'cardPrefix'
  | 'accountLabel'
  | 'accountPartlyMasked'
  | 'knownName'
  | 'nameLabel'
  | 'nameHeader'
  | 'nameTitle'
  | 'nameApposition'
  | 'reporterName'
  | 'minorAge'
  | 'minorBirthDate'
  | 'minorIdNumber'
  | 'minorSchool'
  | 'minorName'
  | 'roomNumber'
  | 'groupNumber'
  | 'streetNumber'
  | 'shortDoorNumber'
  | 'doorHeader';

/** Something in a document that looks like personal data, with the words offered instead. */
export interface RedactionFinding {
  readonly kind: FindingKind;
  /** `likely`: a person looks twice before accepting the masked form. */
  readonly certainty: 'sure' | 'likely';
  readonly reason: FindingReason;
  /** Where it stands in the original texts; several when it is split over cells or paragraphs. */
  readonly spans: readonly Span[];
  /** What stands there, of all spans. */
  readonly found: string;
  /** The masked form for each span. */
  readonly masks: readonly string[];
}

/** A finding in the folded characters of a stream. */
export interface StreamFinding {
  readonly kind: FindingKind;
  readonly certainty: 'sure' | 'likely';
  readonly reason: FindingReason;
  readonly from: number;
  readonly until: number;
  readonly mask: Mask;
}

/** How the masked form is made; digits are counted over all spans. */
export type Mask =
  | { readonly type: 'hidden' }
  /** Digits from `keepFirst` on are hidden but for the last `keepLast`. */
  | { readonly type: 'digits'; readonly keepFirst: number; readonly keepLast: number; readonly digits: string }
  /** The first `keep` characters stay. */
  | { readonly type: 'beginning'; readonly keep: number; readonly stars: string };
