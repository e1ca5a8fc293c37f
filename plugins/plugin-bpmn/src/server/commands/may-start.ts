import { groupKeysOf, isAdministrator } from '../assignment';
import type { Actor } from '../runtime/actor';
import { forbidden, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { loadVersion } from '../versions';

/**
 * Who may start a process: whoever its `starters` names (`wuxin:property name="starters"` of the process, group keys by
 * prefix such as `post:communitySecretary`, separated by commas); without it, everyone who is signed in. Administrators may.
 *
 * @throws forbidden `process.mayNotStart`
 */
export async function mayStart(tx: Tx, actor: Actor, processKey: string): Promise<void> {
  if (!(await canStart(tx, actor, processKey))) throw forbidden('process.mayNotStart', { processKey });
}

export async function canStart(tx: Tx, actor: Actor, processKey: string): Promise<boolean> {
  const process = await tables.processes.find(tx, { key: processKey });
  if (!process?.publishedVersionId)
    throw notFound('process.notPublished', { key: processKey, name: process?.name ?? processKey });
  const { graph } = await loadVersion(tx, process.publishedVersionId);
  const starters = graph.processes[processKey]?.settings.config?.starters;
  if (!starters || isAdministrator(actor)) return true;
  const { own } = await groupKeysOf(tx, actor.userId);
  const wanted = starters.split(',').map((starter) => starter.trim());
  return own.some((key) => wanted.some((starter) => key === starter || key.startsWith(`${starter}@`)));
}
