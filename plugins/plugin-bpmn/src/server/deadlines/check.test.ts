import { findDeadlineProblems } from './check';

const element = { elementId: 'file', elementName: '报镇备案' };
const remind = { amount: '-2', unit: 'calendarDays', action: 'remind' };

describe('deadline settings before a process is published', () => {
  it('have no problems when they can be read, or are known only later', () => {
    const deadline = { amount: '=param("cov.file_days")', unit: 'calendarDays', base: '=adoptedOn', steps: [remind] };

    expect(findDeadlineProblems(element, deadline)).toEqual([]);
    expect(findDeadlineProblems(element, undefined)).toEqual([]);
  });

  it('name everything that can never be read', () => {
    const deadline = { amount: 'ten', unit: 'days', base: 'yesterday', steps: [{ ...remind, amount: 'two', action: 'shout' }] };

    const codes = findDeadlineProblems(element, deadline).map(({ code }) => code);

    expect(codes).toEqual([
      'deadline.badAmount',
      'deadline.badUnit',
      'deadline.badBase',
      'deadline.badAmount',
      'deadline.badStep',
    ]);
  });
});
