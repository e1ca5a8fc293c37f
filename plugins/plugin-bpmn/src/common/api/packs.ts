import type { Problem } from './administration';

/** One thing in which a pack and what is here differ. */
export interface PackFinding {
  id: string;
  /** `taken`: only the pack changed it. `kept`: only here. `conflict`: both; here stays unless chosen. `dropped`: holds on to what is gone. */
  kind: 'taken' | 'kept' | 'conflict' | 'dropped';
  change: 'added' | 'changed' | 'removed';
  /** What it belongs to, in the reader's language: 流程图, 表单 … */
  part: string;
  /** Of the drawing: the element; null else. */
  elementId: string | null;
  /** Name of the element, form, table or parameter, as people read it. */
  name: string;
  /** Where in it, in words as far as there are some; empty: all of it. */
  where: string;
  before: string | null;
  here: string | null;
  pack: string | null;
}

/** What keeps a pack from being taken in. */
export interface PackObstacle {
  kind: 'process' | 'activityType' | 'fieldType' | 'leftOut';
  text: string;
  /** Without it the process can be kept, but not published. */
  isWarning: boolean;
}

/** What an import would do with one procedure of an archive. */
export interface PackPreview {
  key: string;
  name: string;
  isNew: boolean;
  /** Of what is here now: the import names it, so that nobody's work in between is lost. */
  revision: string;
  /** Where the common state comes from: `pack`, the first version of the process, or nowhere. */
  base: 'pack' | 'firstVersion' | 'none';
  /** How much of each kind the pack brings, in the reader's language. */
  contents: { name: string; count: number }[];
  findings: PackFinding[];
  obstacles: PackObstacle[];
  /** Of the drawing as it would be afterwards. */
  problems: Problem[];
}

/** POST bpmnPacks:previewShipped { key?, fromPack } → PackPreview[]: of the newer packs that plugins have brought, of all or of one */
export interface ShippedAsked {
  /** Missing: of every process that has one. */
  key?: string;
  fromPack: string[];
}

/** POST bpmnPacks:dismissShipped: a shipped pack is offered no more, or again. */
export interface DismissShippedBody {
  key: string;
  /** `shippedSince` of what was looked at. */
  since: number;
  reason: string;
  isDismissed: boolean;
}

// POST bpmnPacks:importShipped { choices } → PackImported[]

export interface PackChoice {
  key: string;
  revision: string;
  /** Findings in which the pack is to win. */
  fromPack: string[];
}

export interface PackImported {
  key: string;
  name: string;
  /** Of the draft. */
  number: number;
  isNew: boolean;
  problems: Problem[];
}
