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

interface Plays {
  readonly instances: number;
  readonly parallel?: number;
  readonly warmUp?: number;
}

interface Samples {
  readonly taken: number[];
  ended: number;
  busyMs: number;
  elapsedMs: number;
  lagP99Ms: number;
  lagMaxMs: number;
}

/** Plays instances to their end, `parallel` at a time; the first ones only warm up. */
export async function measure(subject: Subject, plays: Plays): Promise<Measured> {
  const samples = noSamples();
  await sample(subject, samples, plays);
  return summary(samples);
}

const TURNS = 4;

/** Two subjects by turns, so that what else the machine does in these minutes falls on both. */
export async function measureBoth(
  [one, other]: readonly [Subject, Subject],
  [ofOne, ofOther]: readonly [Plays, Plays],
): Promise<[Measured, Measured]> {
  const samples = [noSamples(), noSamples()] as const;
  const inTurn = (plays: Plays, turn: number): Plays => ({
    ...plays,
    instances: Math.ceil(plays.instances / TURNS),
    warmUp: turn === 0 ? plays.warmUp : 0,
  });
  for (let turn = 0; turn < Math.min(TURNS, ofOne.instances); turn += 1) {
    await sample(one, samples[0], inTurn(ofOne, turn));
    await sample(other, samples[1], inTurn(ofOther, turn));
  }
  return [summary(samples[0]), summary(samples[1])];
}

const noSamples = (): Samples => ({ taken: [], ended: 0, busyMs: 0, elapsedMs: 0, lagP99Ms: 0, lagMaxMs: 0 });

async function sample(subject: Subject, into: Samples, { instances, parallel = 1, warmUp = 3 }: Plays): Promise<void> {
  for (let index = 0; index < warmUp; index += 1) await play(subject, []);
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const begun = performance.now();
  let left = instances;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      into.busyMs += await play(subject, into.taken);
      into.ended += 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  into.elapsedMs += performance.now() - begun;
  lag.disable();
  into.lagP99Ms = Math.max(into.lagP99Ms, lag.percentile(99) / 1e6);
  into.lagMaxMs = Math.max(into.lagMaxMs, lag.max / 1e6);
}

const summary = ({ taken, ended, busyMs, elapsedMs, lagP99Ms, lagMaxMs }: Samples): Measured => ({
  completions: taken.length,
  p50Ms: percentile(taken, 0.5),
  p95Ms: percentile(taken, 0.95),
  instancesPerSecond: (ended * 1_000) / elapsedMs,
  msPerInstance: busyMs / ended,
  lagP99Ms,
  lagMaxMs,
});

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
