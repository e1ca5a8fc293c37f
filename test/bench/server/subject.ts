import { monitorEventLoopDelay } from 'node:perf_hooks';
import { percentile } from '../figures';

/** Something that carries cases through a process of user tasks. */
export interface Subject {
  begin(): Promise<OpenCase>;
}

export interface OpenCase {
  /** The completion of the task that has waited longest, ready to run; null when the case has ended. */
  next(): Promise<(() => Promise<unknown>) | null>;
}

export interface Measured {
  readonly completions: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Instances that were begun and ended, divided by the time that all of it took; looking for the next task is in it. */
  readonly instancesPerSecond: number;
  /** Its beginning and all completions, without looking for the next task. */
  readonly msPerInstance: number;
  /** How long the event loop was away, at worst and in 99 of 100 looks. */
  readonly lagP99Ms: number;
  readonly lagMaxMs: number;
}

/** Plays instances to their end, `parallel` at a time; the first ones only warm up. */
export async function measure(
  subject: Subject,
  { instances, parallel = 1, warmUp = 3 }: { instances: number; parallel?: number; warmUp?: number },
): Promise<Measured> {
  for (let index = 0; index < warmUp; index += 1) await play(subject, []);
  const taken: number[] = [];
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const begun = performance.now();
  let left = instances;
  let ended = 0;
  let busy = 0;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      busy += await play(subject, taken);
      ended += 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  const elapsed = performance.now() - begun;
  lag.disable();
  return {
    completions: taken.length,
    p50Ms: percentile(taken, 0.5),
    p95Ms: percentile(taken, 0.95),
    instancesPerSecond: (ended * 1_000) / elapsed,
    msPerInstance: busy / ended,
    lagP99Ms: lag.percentile(99) / 1e6,
    lagMaxMs: lag.max / 1e6,
  };
}

/** @returns the milliseconds that its beginning and its completions took */
async function play(subject: Subject, taken: number[]): Promise<number> {
  const begun = performance.now();
  const openCase = await subject.begin();
  let busy = performance.now() - begun;
  for (let act = await openCase.next(); act; act = await openCase.next()) {
    const actBegun = performance.now();
    await act();
    taken.push(performance.now() - actBegun);
    busy += performance.now() - actBegun;
  }
  return busy;
}
