import type { DataStartBody, RightKey } from '../../common/api';
import type { Instant } from '@wuxin/bpmn-core';

/** A part of a rule by which records start cases that somebody changed, as it was and as it is. */
export interface ChangedPart {
  readonly part: keyof Omit<DataStartBody, 'id'>;
  readonly before: string;
  readonly after: string;
}

/** What somebody did to a setting that holds for all cases. */
export type SettingChange =
  | { readonly kind: 'daySet'; readonly date: string; readonly day: 'rest' | 'working'; readonly name: string; readonly source: string; readonly moved: number } // prettier-ignore
  | { readonly kind: 'dayCleared'; readonly date: string; readonly moved: number }
  | { readonly kind: 'calendarExtended'; readonly coveredUntil: string; readonly days: number; readonly moved: number }
  | {
      readonly kind: 'closingAdded' | 'closingRemoved';
      readonly day: 'rest' | 'working';
      readonly from: string;
      readonly until: string;
      readonly weekday: number | null;
      readonly name: string;
      readonly source: string;
      readonly moved: number;
    }
  | { readonly kind: 'arrangementTaken'; readonly year: number; readonly source: string; readonly days: number; readonly moved: number } // prettier-ignore
  | { readonly kind: 'ruleAdded'; readonly name: string }
  | { readonly kind: 'ruleChanged'; readonly name: string; readonly parts: readonly ChangedPart[] }
  | { readonly kind: 'ruleRemoved'; readonly name: string; readonly dropped: number }
  | { readonly kind: 'processPublished'; readonly version: number; readonly note: string }
  | { readonly kind: 'packImported'; readonly version: number }
  | { readonly kind: 'processRenewed'; readonly version: number; readonly note: string }
  | { readonly kind: 'processRetired'; readonly version: number; readonly reason: string }
  | { readonly kind: 'processRolledBack'; readonly version: number; readonly earlier: number; readonly reason: string }
  | {
      readonly kind: 'publishedDespiteTests';
      readonly version: number;
      readonly tests: readonly string[];
      readonly reason: string;
    }
  | { readonly kind: 'testKept' | 'testRenewed'; readonly name: string }
  | { readonly kind: 'testRemoved'; readonly name: string; readonly reason: string }
  | { readonly kind: 'recordFieldAdded'; readonly field: string }
  | { readonly kind: 'rightGiven' | 'rightTaken'; readonly right: RightKey; readonly role: string }
  | { readonly kind: 'twoPeopleAsked' | 'twoPeopleNotAsked' }
  | { readonly kind: 'packDismissed' | 'packShownAgain'; readonly reason: string };

export type SettingSubject = 'calendar' | 'dataStart' | 'process' | 'rights';

export interface SettingChangeRecord {
  id: string;
  subject: SettingSubject;
  /** Key of the calendar or process, id of the rule; of rights, name of the role. */
  subjectKey: string;
  at: Instant;
  byId: number;
  byName: string;
  change: SettingChange;
}
