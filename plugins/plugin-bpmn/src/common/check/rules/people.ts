import { isUserTask, type Rule, when } from '../rule';

export const people = {
  'process.noPeople': {
    severity: 'warning',
    find: (element) => {
      const { assignments, whenNobody } = element.settings;
      return when(isUserTask(element) && !assignments?.length && (whenNobody ?? 'incident') === 'incident');
    },
  },
  'process.noName': {
    severity: 'warning',
    find: (element) => when(isUserTask(element) && !element.name?.trim()),
  },
} as const satisfies Record<string, Rule>;
