import { findElement } from '@wuxin/bpmn-core';
import type { GroupKey } from '../assignment';
import type { CaseInMemory } from './scratch-case';
import type { World } from './world';

/** Where the cases of a try-out stand, as far as a kept test expects it again. */
export interface TryOutState {
  /** Open tasks, in a steady order, with the groups that are asked. */
  readonly open: readonly StandingTask[];
  /** What cannot go on. */
  readonly stopped: readonly Standing[];
  /** Cases that have ended, with the ends that they reached. */
  readonly ended: readonly { readonly caseId: string; readonly status: string; readonly at: readonly string[] }[];
}

interface Standing {
  readonly caseId: string;
  readonly elementId: string;
  /** As it was called; it may be gone when the test runs again. */
  readonly name: string;
}

export interface StandingTask extends Standing {
  readonly groups: readonly GroupKey[];
}

/**
 * Deadlines are not in it: they follow parameters and the calendar, which change without the process, and a shorter deadline is no
 * reason to keep a version back. People are not either, who come and go: their groups are.
 */
export function stateOf({ cases }: World): TryOutState {
  return {
    open: cases.flatMap(openIn).sort(bySort),
    stopped: cases
      .flatMap((of) => [...of.incidents.values()].map(({ elementId, elementName: name }) => ({ caseId: of.id, elementId, name })))
      .sort(bySort),
    ended: cases.flatMap((of) => {
      const { status } = of.session.record;
      return status === 'running' ? [] : [{ caseId: of.id, status, at: endsOf(of) }];
    }),
  };
}

function openIn(of: CaseInMemory): StandingTask[] {
  return [...of.tasks.values()].map(({ task, groupKeys }) => ({
    caseId: of.id,
    elementId: task.elementId,
    name: task.elementName,
    // whom a task bars is a person of today
    groups: groupKeys.filter((key) => !key.startsWith('!')).sort(),
  }));
}

const endsOf = ({ passed, version }: CaseInMemory): string[] =>
  [...passed].filter((id) => findElement(version.graph, id)?.type === 'bpmn:EndEvent').sort();

const bySort = (a: Standing, b: Standing): number => keyOf(a).localeCompare(keyOf(b), 'en');
const keyOf = ({ caseId, elementId, ...rest }: Standing): string => `${caseId} ${elementId} ${JSON.stringify(rest)}`;
