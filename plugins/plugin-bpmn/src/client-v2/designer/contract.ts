import type { ModdleElement } from '@wuxin/bpmn-core';
import type { DrawingFacts, Problem } from '../../common/api';
import type { Words } from '../../common/check';
import type { ElementChange, Language } from './settings';

/** What the lazily loaded modeler and the React page agree on; types only, so that bpmn-js stays out of the main bundle. */

/** Words of our own menus; bpmn-js's are translated by its table. */
export interface MenuWords {
  readonly append: string;
  readonly appendTask: string;
  readonly createTask: string;
  /** What the one way to end a new step is called. */
  readonly outcome: string;
  readonly create: string;
  readonly createBoundary: string;
  readonly connect: string;
  readonly unnamed: string;
  readonly nothingFound: string;
}

/** Keys of the drawing that lead out of it. */
export type KeyPressed = 'panel' | 'help';

export interface DesignerOptions {
  readonly language: Language;
  readonly words: MenuWords;
  /** Another element is chosen, or something was changed, undone or done again. */
  readonly onChanged: (what: 'selection' | 'drawing') => void;
  readonly onKey: (what: KeyPressed) => void;
}

/** Where somebody stands in the drawing; places are counted from 1 in reading order. */
export type Standing =
  | { readonly kind: 'none'; readonly total: number }
  | { readonly kind: 'several'; readonly count: number }
  | {
      readonly kind: 'element';
      /** `userTask` … */
      readonly type: string;
      readonly name: string;
      /** Names of what it leads to; empty where it has none. */
      readonly to: readonly string[];
      readonly at: number;
      readonly total: number;
    }
  | {
      readonly kind: 'flow';
      readonly name: string;
      readonly from: string;
      readonly to: string;
      readonly at: number;
      readonly total: number;
    };

/** What can be put on a flow: a step of people, or a gateway from which work goes on beside it. */
export type Inserted = 'userTask' | 'parallelGateway';

export interface DesignerMark {
  readonly elementId: string;
  readonly kind: 'problem' | 'warning';
}

export interface DesignerHandle {
  /** Rejects what cannot be drawn. Forgets what could be undone. */
  open(xml: string): Promise<void>;
  xml(): Promise<string>;
  /** The one element that is chosen; the process where there is none, or several. */
  chosen(): ModdleElement | undefined;
  standing(): Standing;
  /** Chooses an element and brings it into view. */
  choose(elementId: string): void;
  /** One step that can be undone; of an element, or of what belongs to it. */
  change(element: ModdleElement, change: ElementChange): void;
  /** Puts something on a flow, and chooses it. */
  insertOn(flow: ModdleElement, what: Inserted): void;
  /** What can be undone and done again. */
  steps(): { readonly canUndo: boolean; readonly canRedo: boolean };
  undo(): void;
  redo(): void;
  zoom(step: 'in' | 'out' | 'fit'): void;
  /** Opens the search for elements by name. */
  find(): void;
  /** Gives the keyboard to the drawing. */
  focus(): void;
  mark(marks: readonly DesignerMark[]): void;
  destroy(): void;
}

export interface DesignerModule {
  readonly createDesigner: (container: HTMLElement, options: DesignerOptions) => DesignerHandle;
}

export interface Checking {
  readonly facts: DrawingFacts;
  readonly words: Words;
  /** By the server, with the last save. */
  readonly said: readonly Problem[];
}

/** The rules, in a file of their own: a drawing is there before them. */
export interface CheckModule {
  /** What the rules say of a drawing, and of what was said what only the server can know. */
  readonly check: (xml: string, checking: Checking) => Promise<Problem[]>;
}
