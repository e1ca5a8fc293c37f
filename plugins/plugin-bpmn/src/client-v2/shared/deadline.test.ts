import { timeLeft } from './deadline';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('timeLeft', () => {
  it('rounds what is left down', () => {
    expect(timeLeft({ dueAt: 3 * DAY - HOUR }, 0)).toEqual({ key: 'deadline.daysLeft', count: 2 });
    expect(timeLeft({ dueAt: DAY - 1 }, 0)).toEqual({ key: 'deadline.hoursLeft', count: 23 });
    expect(timeLeft({ dueAt: HOUR / 2 }, 0)).toEqual({ key: 'deadline.minutesLeft', count: 30 });
  });

  it('rounds a delay up', () => {
    expect(timeLeft({ dueAt: 0 }, DAY + 1)).toEqual({ key: 'deadline.daysLate', count: 2 });
    expect(timeLeft({ dueAt: 0 }, 1)).toEqual({ key: 'deadline.minutesLate', count: 1 });
  });
});
