import { execFile } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Chance } from './chance';
import type { Effects } from './effects';
import type { Host } from './hosts';
import type { Disturbance } from './options';
import { pause, until } from './wait';

const RESTART_LIMIT_MS = 120_000;

export interface Scene {
  readonly hosts: readonly Host[];
  readonly effects: Effects;
  readonly chance: Chance;
  readonly terminateConnections: () => Promise<void>;
  readonly isDatabaseUp: () => Promise<boolean>;
}

/** One disturbance at a moment of chance, while the hosts work. */
export function disturb(disturbance: Disturbance, scene: Scene): Promise<void> {
  switch (disturbance) {
    case 'kill':
      return killOne(scene);
    case 'connections':
      return terminate(scene);
    case 'database':
      return restartDatabase(scene);
    case 'disk':
      return fillDisk(scene);
  }
}

/** Every fourth dies in the middle of a call to the world outside, whose answer it never gets. */
async function killOne({ hosts, effects, chance }: Scene): Promise<void> {
  const victim = chance.pick(hosts);
  await victim.untilUp();
  if (chance.next() < 0.75) {
    await pause(chance.between(50, 1_500));
    return victim.kill();
  }
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, 3_000);
    effects.beforeAnswer = ({ host }) => {
      if (host !== victim.number) return;
      clearTimeout(late);
      resolve();
    };
  });
  effects.beforeAnswer = () => undefined;
  victim.kill();
}

async function terminate({ hosts, chance, terminateConnections }: Scene): Promise<void> {
  await Promise.all(hosts.map((host) => host.untilUp()));
  await pause(chance.between(50, 1_000));
  await terminateConnections();
}

/** `CRASH_RESTART_DATABASE` is the command that restarts it at once, as after a failure of its machine. */
async function restartDatabase({ hosts, chance, isDatabaseUp }: Scene): Promise<void> {
  const command = process.env.CRASH_RESTART_DATABASE;
  if (!command) throw new Error('CRASH_RESTART_DATABASE names no command that restarts the database');
  await Promise.all(hosts.map((host) => host.untilUp()));
  await pause(chance.between(500, 2_500));
  await promisify(execFile)('bash', ['-c', command]);
  await until('the database is back', RESTART_LIMIT_MS, isDatabaseUp);
}

/** `CRASH_DISK` is a folder on the disk of the database's tables; it is full for a moment, and then it is not. */
async function fillDisk({ hosts, chance }: Scene): Promise<void> {
  const folder = process.env.CRASH_DISK;
  if (!folder) throw new Error('CRASH_DISK names no folder beside the tables of the database');
  await Promise.all(hosts.map((host) => host.untilUp()));
  await pause(chance.between(500, 1_500));
  const file = join(folder, 'ballast');
  fill(file);
  await pause(chance.between(1_000, 4_000));
  rmSync(file);
}

/** Writes until there is no space for one byte more. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (let size = 2 ** 20; size >= 1; ) {
      try {
        writeSync(handle, Buffer.alloc(size));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
        size = size >> 1;
      }
    }
  } finally {
    closeSync(handle);
  }
}
