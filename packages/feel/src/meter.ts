import { FeelRefusal } from './errors';
import { LIMITS } from './limits';

/** Counts what one evaluation does and stops it when that is too much. feelin itself has no such limit. */
export class Meter {
  private work = 0;
  private readonly sizes = new WeakMap<object, number>();

  charge(units: number): void {
    this.work += units;
    if (!(this.work <= LIMITS.work)) throw new FeelRefusal('feel.tooMuchWork', { limit: LIMITS.work });
  }

  /** Elements of a list, or pieces of 64 characters of a text; 0 for all else. */
  widthOf(value: unknown): number {
    if (typeof value === 'string') return textSize(value);
    return Array.isArray(value) ? value.length : 0;
  }

  /**
   * Everything inside a value, counted as often as it would be visited: a list that holds one list a thousand times is a
   * thousand lists to whoever compares or prints it.
   */
  sizeOf(value: unknown): number {
    if (typeof value === 'string') return 1 + textSize(value);
    if (typeof value !== 'object' || value === null) return 1;
    const known = this.sizes.get(value);
    if (known !== undefined) return known;
    const size = this.partsOf(value).reduce<number>((sum, part) => sum + this.sizeOf(part), 1);
    this.sizes.set(value, size);
    return size;
  }

  private partsOf(value: object): readonly unknown[] {
    if (Array.isArray(value)) return value;
    return Object.getPrototypeOf(value) === Object.prototype ? Object.values(value) : [];
  }
}

function textSize(text: string): number {
  if (text.length > LIMITS.textLength) throw new FeelRefusal('feel.tooMuchWork', { limit: LIMITS.textLength });
  return text.length / 64;
}
