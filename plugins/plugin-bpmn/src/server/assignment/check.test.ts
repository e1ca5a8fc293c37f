import type { Database } from '@nocobase/database';
import { findAssignmentProblems } from './check';

const element = { elementId: 'review', elementName: '镇审核' };
// the registry is found by the identity of a database; nothing is read from it
const db = {} as Database;

describe('assignment settings before a process is published', () => {
  it('have no problems when kinds and policies are known', () => {
    const assignments = [{ kind: 'role', value: '=anything' }];

    expect(findAssignmentProblems(db, element, { assignments, whenNobody: 'starter', whenStarter: 'skip:approve' })).toEqual([]);
  });

  it('name every kind and policy that does not exist', () => {
    const assignments = [{ kind: 'horoscope', value: '' }];

    const problems = findAssignmentProblems(db, element, { assignments, whenNobody: 'anybody', whenStarter: 'shrug' });

    expect(problems.map(({ code }) => code)).toEqual(['assignment.badPolicy', 'assignment.badPolicy', 'assignment.unknownKind']);
    expect(problems[2]?.data).toEqual({ ...element, kind: 'horoscope' });
  });
});
