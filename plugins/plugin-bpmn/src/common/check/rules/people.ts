import { isUserTask, type Rule, when } from '../rule';

export const people = {
  'process.noPeople': {
    severity: 'warning',
    find: (element) => {
      const { assignments, whenNobody } = element.settings;
      return when(isUserTask(element) && !assignments?.length && (whenNobody ?? 'incident') === 'incident');
    },
  },
  /** A way to find people was chosen, and not whom it finds. */
  'process.peopleUnsaid': {
    severity: 'warning',
    find: ({ settings }) =>
      when((settings.assignments ?? []).some(({ kind, value }) => kind !== 'starter' && value.trim() === '')),
  },
  'process.noName': {
    severity: 'warning',
    find: (element) => when(isUserTask(element) && !element.name?.trim()),
  },
} as const satisfies Record<string, Rule>;
