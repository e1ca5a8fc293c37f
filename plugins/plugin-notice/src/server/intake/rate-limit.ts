export interface RateLimits {
  readonly windowMs: number;
  /** Within one window from one source, whichever notice it is for. */
  readonly perSource: number;
  /** Within one window for one notice, whoever sends it. */
  readonly perNotice: number;
  /** Sources and notices that are remembered; of more, those that were quiet longest are forgotten. */
  readonly keysKept: number;
}

const LIMITS: RateLimits = { windowMs: 10 * 60_000, perSource: 5, perNotice: 100, keysKept: 10_000 };

/**
 * How often the wall takes something, in a window that slides. In memory only and by digests of sources: nothing of it tells who sends. What is
 * refused does not count, so that nobody is kept out for longer by asking again.
 */
export class RateLimit {
  /** Times of what was let in, oldest first; the key that was used last is last. */
  private readonly times = new Map<string, readonly number[]>();

  constructor(private readonly limits: RateLimits = LIMITS) {}

  /**
   * @param source a digest of where it comes from
   * @returns whether it is let in, which then counts
   */
  allow(source: string, noticeId: string, now: number): boolean {
    const keys: readonly (readonly [string, number])[] = [
      [`source:${source}`, this.limits.perSource],
      [`notice:${noticeId}`, this.limits.perNotice],
    ];
    const isFull = keys.some(([key, most]) => this.within(key, now).length >= most);
    if (isFull) return false;
    for (const [key] of keys) this.note(key, now);
    return true;
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.times.size;
  }

  private within(key: string, now: number): readonly number[] {
    return (this.times.get(key) ?? []).filter((at) => at > now - this.limits.windowMs && at <= now);
  }

  private note(key: string, now: number): void {
    const times = [...this.within(key, now), now];
    this.times.delete(key);
    this.times.set(key, times);
    if (this.times.size > this.limits.keysKept) this.times.delete(this.times.keys().next().value ?? '');
  }
}
