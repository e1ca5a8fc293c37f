import type { Database } from '@nocobase/database';
import type { ElementRef } from '../expressions';
import { problemsOf, type SettingsProblem } from '../runtime/settings-problem';
import { readWhenNobody, readWhenStarter } from './policies';
import { unknownKind } from './refusals';
import { assigneeKinds } from './registry';
import type { AssignmentSettings } from './types';

/** What would fail whenever the element is reached, found before a process is published. Values are only known then. */
export function findAssignmentProblems(
  db: Database,
  element: ElementRef,
  settings: AssignmentSettings,
): readonly SettingsProblem[] {
  const kinds = assigneeKinds(db);
  const checkKind = (kind: string) => {
    if (!kinds.get(kind)) throw unknownKind(element, kind);
  };
  return problemsOf(
    () => readWhenNobody(element, settings),
    () => readWhenStarter(element, settings),
    ...[...(settings.assignments ?? []), ...(settings.subjects ?? [])].map(
      ({ kind }) =>
        () =>
          checkKind(kind),
    ),
  );
}
