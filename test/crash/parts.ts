import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Client } from './client';
import { type HostSettings, runHost } from './hosts';

const AUDIT_TRIES = 5;

const Audited = z.object({
  report: z.object({ isWhole: z.boolean(), cases: z.number(), historyRows: z.number(), firstBroken: z.unknown() }),
});

export type Audit = z.output<typeof Audited>['report'];

interface Setting {
  /** Where the built programs lie. */
  readonly folder: string;
  /** Of the database. */
  readonly name: string;
  readonly speed: number;
  /** How far the hosts' clock is ahead of the wall's. */
  readonly aheadMs?: number;
  readonly effectsUrl?: string;
}

export function settingsOf({ folder, name, speed, aheadMs = 0, effectsUrl = '' }: Setting): HostSettings {
  const clock = { CRASH_SINCE: String(Date.now()), CRASH_SPEED: String(speed), CRASH_AHEAD: String(aheadMs) };
  const env = { DB_DATABASE: name, CRASH_EFFECTS: effectsUrl, ...clock };
  return { file: join(folder, 'host.cjs'), env, logFile: join(folder, 'hosts.log') };
}

/** @throws Error when it is refused */
export async function publish(client: Client, key: string): Promise<void> {
  const xml = readFileSync(join(process.cwd(), 'test/crash', `${key}.bpmn`), 'utf8');
  for (const [action, data] of [
    ['bpmnProcesses:deploy', { xml }],
    [`bpmnProcesses:publish?filterByTk=${key}`, {}],
  ] as const) {
    const { status, code } = await client.post(action, data);
    if (status !== 200) throw new Error(`${action}: ${status} ${code}`);
  }
}

/** The task centre is counted a moment after the last change. */
export async function auditOf(settings: HostSettings): Promise<Audit> {
  for (let attempt = 1; ; attempt += 1) {
    const { report } = Audited.parse(await runHost('audit', settings));
    if (report.isWhole || attempt === AUDIT_TRIES) return report;
  }
}
