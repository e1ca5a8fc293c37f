import fc from 'fast-check';
import { RateLimit, type RateLimits } from './rate-limit';

const LIMITS: RateLimits = { windowMs: 1_000, perSource: 3, perNotice: 5, keysKept: 40 };

interface Asked {
  readonly source: string;
  readonly notice: string;
  readonly now: number;
}

/** Requests in the order of their times. */
const requests = fc
  .array(fc.record({ source: fc.constantFrom('a', 'b', 'c', 'd'), notice: fc.constantFrom('n', 'm'), wait: fc.nat(600) }))
  .map((list) => {
    let now = 0;
    return list.map(({ source, notice, wait }): Asked => ({ source, notice, now: (now += wait) }));
  });

const letIn = (asked: readonly Asked[]): Asked[] => {
  const limit = new RateLimit(LIMITS);
  return asked.filter(({ source, notice, now }) => limit.allow(source, notice, now));
};

describe('the rate limit of the wall', () => {
  it('lets no source and nobody for one notice in more often than it says, in whichever window', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const passed = letIn(asked);
        for (const { now: end } of passed) {
          const within = passed.filter(({ now }) => now <= end && now > end - LIMITS.windowMs);
          for (const source of ['a', 'b', 'c', 'd'])
            expect(within.filter((one) => one.source === source).length).toBeLessThanOrEqual(LIMITS.perSource);
          for (const notice of ['n', 'm'])
            expect(within.filter((one) => one.notice === notice).length).toBeLessThanOrEqual(LIMITS.perNotice);
        }
      }),
    );
  });

  it('refuses nobody for whom there is room', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const passed = letIn(asked);
        for (const refused of asked.filter((one) => !passed.includes(one))) {
          const before = passed.filter(({ now }) => now <= refused.now && now > refused.now - LIMITS.windowMs);
          const bySource = before.filter(({ source }) => source === refused.source).length;
          const byNotice = before.filter(({ notice }) => notice === refused.notice).length;
          expect(bySource >= LIMITS.perSource || byNotice >= LIMITS.perNotice).toBe(true);
        }
      }),
    );
  });

  it('remembers no more than it may, however many come', () => {
    const limit = new RateLimit(LIMITS);

    for (let index = 0; index < 5_000; index += 1) limit.allow(`source ${index}`, `notice ${index}`, index);

    expect(limit.size).toBe(LIMITS.keysKept);
  });
});
