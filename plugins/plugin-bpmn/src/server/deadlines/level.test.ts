import { levelOf } from './level';

describe('the level of a deadline', () => {
  const deadline = { nearAt: 80, dueAt: 100 };

  it('is on time until four fifths are over, then near', () => {
    expect(levelOf(deadline, 79)).toBe('onTime');
    expect(levelOf(deadline, 80)).toBe('near');
  });

  it('is overdue from the first moment that is too late', () => {
    expect(levelOf(deadline, 99)).toBe('near');
    expect(levelOf(deadline, 100)).toBe('overdue');
  });
});
