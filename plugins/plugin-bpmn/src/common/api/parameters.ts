/** What the HTTP actions about parameters (参数) take and give; the conventions are in index.ts. For administrators. */
import type { PersonRef, PlaceRef } from './words';
import type { ParameterOption, ParameterView } from './administration';

/** A place with its level, a word of whoever keeps the territory (`county`, `township` …). */
export type LevelledPlace = PlaceRef & { level: string };

/** A parameter at a place, with where its value comes from. */
export interface ParameterRow extends ParameterView {
  origin: 'default' | 'installation' | 'place';
  /** Set with origin `place`: the asked place, or one above it. */
  place: PlaceRef | null;
  /** Since when it holds; null for the default. */
  effectiveFrom: number | null;
  /** Who set it, and on what ground; null for the default. */
  setting: { by: PersonRef; reason: string } | null;
  /** What will hold here next, with where it was set (null: the whole installation). */
  coming: { value: unknown; effectiveFrom: number; place: PlaceRef | null } | null;
  /** Every change needs an approver one level above. */
  needsApprover: boolean;
  /** Processes that read it, by key. */
  processKeys: string[];
}

/** A value that somebody set or proposed. */
export interface ParameterChangeView {
  id: string;
  parameterKey: string;
  parameterName: string;
  value: unknown;
  unit: string | null;
  options?: ParameterOption[];
  /** Null: the whole installation. */
  place: PlaceRef | null;
  status: 'proposed' | 'effective' | 'declined';
  effectiveFrom: number;
  /** It is set, and begins later. */
  isComing: boolean;
  setAt: number;
  setBy: PersonRef;
  reason: string;
  mark: string | null;
  decidedBy: PersonRef | null;
  decidedAt: number | null;
}

/** A proposed value that waits for somebody above. */
export interface ParameterProposal extends ParameterChangeView {
  /** What holds there now. */
  currentValue: unknown;
  isOwn: boolean;
  mayDecide: boolean;
}

/** GET bpmnParameters:overview?placeId — a place: what holds there; none: what holds where no place has its own value. */
export interface ParameterOverview {
  place: PlaceRef | null;
  parameters: ParameterRow[];
  processes: { key: string; name: string }[];
  proposals: ParameterProposal[];
}

/** One step of the way on which a value is looked for, from the default down to the asked place. */
export interface ParameterLevel {
  kind: 'default' | 'installation' | 'place';
  place: LevelledPlace | null;
  /** Missing where nobody set one here. */
  value?: unknown;
  effectiveFrom: number | null;
  mark: string | null;
  isInForce: boolean;
  /** May have a value of its own, and the reader may give it one. */
  maySet: boolean;
  /** A value that will hold here later. */
  coming: { value: unknown; effectiveFrom: number } | null;
}

/** GET bpmnParameters:detail?filterByTk&placeId */
export interface ParameterDetail {
  parameter: ParameterRow;
  processes: { key: string; name: string }[];
  /** Levels of places at which it may have a value of its own. */
  levels: string[];
  chain: ParameterLevel[];
  /** Other places that have a value of their own, or will have their first one. */
  elsewhere: { place: PlaceRef; value: unknown; effectiveFrom: number; isComing: boolean }[];
  proposals: ParameterProposal[];
  /** Newest first. */
  history: ParameterChangeView[];
}

/** GET bpmnParameters:reach?filterByTk&placeId&value — whom a new value (as JSON; missing: none) there would touch. */
export interface ParameterReach {
  processes: { key: string; name: string }[];
  /** Lowest places for which it would hold: those with a nearer value of their own are left out. */
  places: number;
  /** Open cases there: they keep the values they started with. */
  runningCases: number;
  /** What published processes say must hold between parameters and would not hold there. They are warnings: nothing is refused. */
  contradictions: { processName: string; text: string }[];
}

// GET bpmnParameters:places?search → LevelledPlace[]

/** POST bpmnParameters:set | bpmnParameters:propose ?filterByTk=<key> */
export interface ParameterChangeBody {
  value: unknown;
  /** Missing or null: for the whole installation. */
  placeId?: string | null;
  /** Missing: at once. */
  effectiveFrom?: number;
  reason: string;
}

// POST bpmnParameters:confirm?filterByTk=<key> { value?, placeId?, reason }
// POST bpmnParameters:approve | bpmnParameters:decline ?filterByTk=<id of the proposal>
