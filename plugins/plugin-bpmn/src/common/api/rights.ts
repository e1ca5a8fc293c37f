/** What the HTTP actions about rights give; the conventions are in index.ts. */

import type { RIGHT_KEYS } from '../rights';
import type { PersonRef } from './words';

/** A right that roles are given: `processes` is everything of processes and cases but `bind`. */
export type RightKey = (typeof RIGHT_KEYS)[number];

/** GET bpmnRights:mine: what the reader may do to processes. */
export interface OwnRights {
  design: boolean;
  publish: boolean;
  migrate: boolean;
  bind: boolean;
  /** Administers cases, incidents, calendars and starts by data as well. */
  processes: boolean;
  /** May confirm and set values of parameters. */
  parameters: boolean;
  /** Does publishing take another person than its authors? */
  asksForTwo: boolean;
  /** May give these rights to roles, and says whether publishing takes two people. */
  give: boolean;
}

/** GET bpmnRights:overview: who has which right, for who manages roles. */
export interface RoleRights {
  role: string;
  /** As NocoBase keeps it, which may be `{{t("Admin")}}`. */
  title: string;
  /** `included`: it comes with another right that the role has, and cannot be taken away by itself. */
  rights: Record<RightKey, 'given' | 'included' | 'none'>;
}

/** POST bpmnRights:give?filterByTk=role */
export interface GiveRightBody {
  right: RightKey;
  isGiven: boolean;
}

/** POST bpmnRights:askForTwo */
export interface AskForTwoBody {
  isAsked: boolean;
}

/** GET bpmnProcesses:publishing?filterByTk=<key>: whose draft it is, and who may publish it. */
export interface PublishingState {
  asksForTwo: boolean;
  /** Who changed what is not published yet. */
  authors: PersonRef[];
  /** Why the reader may not publish it but ask others: they changed it and publishing takes two, or they have no right to; null: they may. */
  mustAsk: 'ownDraft' | 'noRight' | null;
  /** Who may publish in the reader's place; empty where the reader may. */
  others: PersonRef[];
  /** What `bpmnProcesses:publish` is told of what was looked at. */
  seen: string;
  request: PublishRequestView | null;
}

/** That somebody asked for a draft to be published: POST bpmnProcesses:askForPublishing { note } */
export interface PublishRequestView {
  by: PersonRef;
  at: number;
  note: string;
}

/** POST bpmnProcesses:publish?filterByTk=<key> */
export interface PublishBody {
  note?: string;
  /** Why it is published although kept tests differ. */
  despiteTests?: string;
  /** Of {@link PublishingState}; where two people are asked for, nothing is published without it. */
  seen?: string;
}
