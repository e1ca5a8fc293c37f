const POLL_MS = 100;

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Looks at a process or database outside of this one until it is so. @throws Error when it is not within the limit */
export async function until(what: string, limitMs: number, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not within ${limitMs / 1000} s: ${what}`);
    await pause(POLL_MS);
  }
}

/** When each part of a run was over, in seconds since its begin. */
export class Stopwatch {
  private readonly begin = Date.now();
  readonly seconds: Record<string, number> = {};

  note(part: string): void {
    this.seconds[part] = Math.round((Date.now() - this.begin) / 1000);
  }
}
