import type { Element, Graph } from '@wuxin/bpmn-core';
import type { DrawingFacts } from '../api';
import { outcomeReach, type OutcomeReach } from './outcome-reach';

/** What a rule says of an element besides its name: for the text `problems.<code>`. */
export type Said = Readonly<Record<string, string | number>>;

export interface Context {
  readonly graph: Graph;
  readonly facts: DrawingFacts;
  readonly reach: OutcomeReach;
}

/** One thing that can be wrong with an element. Errors keep a drawing from being published; warnings are asked about before. */
export interface Rule {
  readonly severity: 'error' | 'warning';
  /** @returns what to say, once for each time that it is wrong */
  readonly find: (element: Element, context: Context) => readonly Said[];
}

export const contextOf = (graph: Graph, facts: DrawingFacts): Context => ({ graph, facts, reach: outcomeReach(graph) });

/** For a rule that an element breaks once or not at all. */
export const when = (isBroken: boolean, said: Said = {}): readonly Said[] => (isBroken ? [said] : []);

export const isUserTask = ({ type }: Element) => type === 'bpmn:UserTask';
