import { groupKeysOf, isAdministrator } from '../assignment';
import type { Actor } from '../runtime/actor';
import { forbidden, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type ProcessRecord } from '../store';
import { loadVersion, type LoadedVersion } from '../versions';

/**
 * Who may start a process: whoever its `starters` names (`wuxin:property name="starters"` of the process, group keys by
 * prefix such as `post:communitySecretary`, separated by commas); without it, everyone who is signed in. Administrators may.
 * With `none` nobody may, administrators neither: other processes call it. Waits for whoever is publishing or retiring it.
 *
 * @throws forbidden `process.mayNotStart`, `process.calledOnly`; not found `process.notPublished`
 */
export async function mayStart(tx: Tx, actor: Actor, processKey: string): Promise<ProcessRecord> {
  const process = await tables.processes.find(tx, { key: processKey }, { forShare: true });
  if (!process?.publishedVersionId)
    throw notFound('process.notPublished', { key: processKey, name: process?.name ?? processKey });
  const version = await loadVersion(tx, process.publishedVersionId);
  if (isCalledOnly(version)) throw forbidden('process.calledOnly', { processKey });
  const isOpenToAll = isAdministrator(actor) || startersOf(version) === null;
  const own = isOpenToAll ? [] : (await groupKeysOf(tx, actor.userId)).own;
  if (!canStart(version, { isAdministrator: isAdministrator(actor), own }))
    throw forbidden('process.mayNotStart', { processKey });
  return process;
}

export function canStart(version: LoadedVersion, reader: { isAdministrator: boolean; own: readonly string[] }): boolean {
  if (isCalledOnly(version)) return false;
  const starters = startersOf(version);
  if (starters === null || reader.isAdministrator) return true;
  return reader.own.some((key) => starters.some((starter) => key === starter || key.startsWith(`${starter}@`)));
}

const CALLED_ONLY = 'none';

/** Its cases begin by call activities of other processes, which give them their inputs. */
export const isCalledOnly = (version: LoadedVersion): boolean => startersOf(version)?.join() === CALLED_ONLY;

function startersOf({ graph, record }: LoadedVersion): readonly string[] | null {
  const named = graph.processes[record.processKey]?.settings.config?.starters;
  return named ? named.split(',').map((starter) => starter.trim()) : null;
}
