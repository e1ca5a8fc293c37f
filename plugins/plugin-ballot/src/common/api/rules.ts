import type { RuleInput, MeetingTypeInput } from '@wuxin/ballot-core';
import type { Certainty, Localized } from './words';

/** GET ballotRules:list → all voting rules; `ballotMeetingTypes:list` → all meeting types. */
export interface RuleRow {
  key: string;
  title: Localized;
  rule: RuleInput;
  source: string | null;
  certainty: Certainty;
  /** Its numbers may be used: it is no unsure one, or somebody answers for them. */
  isReady: boolean;
  confirmed: { by: string; on: string; source: string } | null;
  /** It was changed here and is no longer what came with the software. */
  isChanged: boolean;
  /** It was made here. */
  isOwn: boolean;
  /** Of what it says: whoever changes it names what the change is based on. */
  digest: string;
  mayConfirm: boolean;
  /** The reader may give it other numbers. */
  mayChange: boolean;
}

export interface MeetingTypeRow {
  key: string;
  title: Localized;
  type: MeetingTypeInput;
  source: string | null;
  certainty: Certainty;
  /** Some rule of it may be used. */
  isReady: boolean;
  isChanged: boolean;
  isOwn: boolean;
  digest: string;
  mayChange: boolean;
}

/** POST ballotRules:confirm?filterByTk=key — the numbers of an unsure rule, and who answers for them. */
export interface ConfirmRuleBody {
  quorum?: RuleInput['quorum'];
  approval: NonNullable<RuleInput['approval']>;
  /** The text that they were taken from. */
  source: string;
  reason: string;
}

/** POST ballotRules:save — a changed rule; `ballotRules:create` → `{ id: key }`: one of one's own, whose key is drawn. Meeting types likewise. */
export interface SaveRuleBody {
  rule: RuleInput;
  /** The digest of what was changed: refused with `ballot.ruleChangedMeanwhile` where somebody else was quicker. */
  basedOn?: string;
  reason: string;
}

export interface SaveMeetingTypeBody {
  type: MeetingTypeInput;
  /** As for a rule. */
  basedOn?: string;
  reason: string;
}
