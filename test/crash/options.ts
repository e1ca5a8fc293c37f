import { parseArgs } from 'node:util';

/** What is done to the hosts or their database while they work. */
export const DISTURBANCES = ['kill', 'connections', 'database', 'disk'] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

export interface CrashOptions {
  readonly disturbance: Disturbance;
  readonly times: number;
  readonly instances: number;
  readonly seed: number;
  /** How many times faster than the wall the engine's clock runs: leases and timers are over sooner. */
  readonly speed: number;
  /** The database of this run, which is kept; without a name it has one of its own, dropped when nothing failed. */
  readonly database: string | undefined;
}

/** As many timers are due when the servers come back. */
export interface OverdueOptions {
  readonly timers: number;
  readonly database: string | undefined;
}

const FLAGS = {
  kills: { type: 'string' },
  connections: { type: 'string' },
  restarts: { type: 'string' },
  fills: { type: 'string' },
  overdue: { type: 'string' },
  instances: { type: 'string', default: '300' },
  seed: { type: 'string', default: '1' },
  speed: { type: 'string', default: '10' },
  database: { type: 'string' },
} as const;

/** @throws TypeError for options that are none */
export function readOptions(argv: readonly string[]): CrashOptions | OverdueOptions {
  const { values } = parseArgs({ args: [...argv], options: FLAGS });
  const { database } = values;
  if (values.overdue !== undefined) return { timers: whole(values.overdue), database };
  const common = { instances: whole(values.instances), seed: whole(values.seed), speed: whole(values.speed), database };
  if (values.connections !== undefined) return { ...common, disturbance: 'connections', times: whole(values.connections) };
  if (values.restarts !== undefined) return { ...common, disturbance: 'database', times: whole(values.restarts) };
  if (values.fills !== undefined) return { ...common, disturbance: 'disk', times: whole(values.fills) };
  return { ...common, disturbance: 'kill', times: whole(values.kills ?? '50') };
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new TypeError(`${text} is no whole number`);
  return Number(text);
}
