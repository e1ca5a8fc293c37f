/** Keeps the `size` entries that were used last. */
export class LruCache<T> {
  private readonly entries = new Map<string, T>();

  constructor(private readonly size: number) {}

  get(key: string, create: () => T): T {
    const known = this.entries.get(key);
    const value = known ?? create();
    if (known !== undefined) this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size > this.size) this.dropOldest();
    return value;
  }

  private dropOldest(): void {
    for (const key of this.entries.keys()) {
      this.entries.delete(key);
      return;
    }
  }
}
