interface Tries {
  readonly used: number;
  readonly at: number;
}

/** So many wrong codes at once from one place, e.g. of a hall whose phones share one address; and so many more each second. */
const BURST = 60;
const PER_SECOND = 1;
const PLACES_KEPT = 10_000;

/**
 * Counts wrong codes of a meeting by where they come from, in memory and nowhere else. Nobody finds a code by trying: this keeps who tries from
 * keeping the database busy. A right code is not counted.
 */
export class WrongCodes {
  private readonly tries = new Map<string, Tries>();

  isOver(place: string, now: number): boolean {
    return this.usedAt(place, now) >= BURST;
  }

  count(place: string, now: number): void {
    const used = this.usedAt(place, now) + 1;
    this.tries.delete(place);
    this.tries.set(place, { used, at: now });
    // the one that was quiet longest
    if (this.tries.size > PLACES_KEPT) this.tries.delete(this.tries.keys().next().value ?? '');
  }

  private usedAt(place: string, now: number): number {
    const known = this.tries.get(place);
    return known ? Math.max(0, known.used - ((now - known.at) / 1000) * PER_SECOND) : 0;
  }
}
