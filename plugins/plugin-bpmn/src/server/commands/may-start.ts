import { assigneeKinds, groupKeysOf, isAdministrator } from '../assignment';
import { placesOf } from '../places';
import type { Actor } from '../runtime/actor';
import { badInput, forbidden, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type ProcessRecord } from '../store';
import { loadVersion, type LoadedVersion } from '../versions';

export interface StartAsked {
  readonly processKey: string;
  readonly placeId?: string | null;
}

/** A process that somebody may start, as it is published now. */
export interface Startable {
  readonly process: ProcessRecord;
  readonly version: LoadedVersion;
}

/**
 * Who may start a process, and where: whoever its `starters` names (`wuxin:property name="starters"` of the process, group
 * keys by prefix such as `post:communitySecretary`, separated by commas); without it, everyone who is signed in.
 * Who is named by something that is held at a place starts cases of that place and of those below it only.
 * Administrators may everywhere. Where posts at places start or do the work, a case has a place, whoever starts it. With
 * `none` nobody may, administrators neither: other processes call it. Waits for whoever is publishing or retiring the process.
 *
 * @throws forbidden `process.calledOnly`, `process.mayNotStart`, `process.mayNotStartHere`; bad input `process.placeMissing`,
 * `place.notFound`; not found `process.notPublished`
 */
export async function mayStart(tx: Tx, actor: Actor, { processKey, placeId = null }: StartAsked): Promise<Startable> {
  const process = await tables.processes.find(tx, { key: processKey }, { forShare: true });
  if (!process?.publishedVersionId)
    throw notFound('process.notPublished', { key: processKey, name: process?.name ?? processKey });
  const version = await loadVersion(tx, process.publishedVersionId);
  if (isCalledOnly(version)) throw forbidden('process.calledOnly', { processKey });
  const isOpenToAll = isAdministrator(actor) || startersOf(version) === null;
  const own = isOpenToAll ? [] : (await groupKeysOf(tx, actor.userId)).own;
  const reach = reachOfStarter(version, { isAdministrator: isAdministrator(actor), own });
  if (reach === null) throw forbidden('process.mayNotStart', { processKey });
  if (reach !== 'everywhere') await mustReach(tx, reach, { processKey, placeId });
  else if (placeId === null && (await needsPlace(tx, [version])).has(version))
    throw badInput('process.placeMissing', { processKey });
  return { process, version };
}

async function mustReach(tx: Tx, heldAt: readonly string[], { processKey, placeId }: Required<StartAsked>): Promise<void> {
  if (placeId === null) throw badInput('process.placeMissing', { processKey });
  const around = await placesOf(tx.db).chainOf(tx, placeId);
  if (around.length === 0) throw badInput('place.notFound', { placeId });
  if (!around.some(({ id }) => heldAt.includes(id)))
    throw forbidden('process.mayNotStartHere', { processKey, place: around.at(-1)?.name });
}

/**
 * Which of these versions have cases that cannot do without a place: people named by what is held at a place start them or
 * work on them, and there are places.
 */
export async function needsPlace(tx: Tx, versions: readonly LoadedVersion[]): Promise<ReadonlySet<LoadedVersion>> {
  const kinds = assigneeKinds(tx.db)
    .all()
    .filter(({ isPlaceBound }) => isPlaceBound);
  const bound = versions.filter((version) => {
    const rules = Object.values(version.graph.elements).flatMap(({ settings }) => settings.assignments ?? []);
    const starters = startersOf(version) ?? [];
    return kinds.some(
      ({ kind, prefixes }) =>
        rules.some((rule) => rule.kind === kind) ||
        prefixes.some((prefix) => starters.some((starter) => starter.startsWith(`${prefix}:`))),
    );
  });
  if (bound.length === 0) return new Set();
  const hasPlaces = (await placesOf(tx.db).search(tx, { limit: 1 })).length > 0;
  return new Set(hasPlaces ? bound : []);
}

/** Where somebody may start a process: everywhere, or at these places (ids) and below; null: nowhere. */
export function reachOfStarter(
  version: LoadedVersion,
  reader: { isAdministrator: boolean; own: readonly string[] },
): 'everywhere' | readonly string[] | null {
  if (isCalledOnly(version)) return null;
  const starters = startersOf(version);
  if (starters === null || reader.isAdministrator) return 'everywhere';
  if (reader.own.some((key) => starters.includes(key))) return 'everywhere';
  const heldAt = starters.flatMap((starter) =>
    reader.own.filter((key) => key.startsWith(`${starter}@`)).map((key) => key.slice(starter.length + 1)),
  );
  return heldAt.length > 0 ? heldAt : null;
}

const CALLED_ONLY = 'none';

/** Its cases begin by call activities of other processes, which give them their inputs. */
export const isCalledOnly = (version: LoadedVersion): boolean => startersOf(version)?.join() === CALLED_ONLY;

function startersOf({ graph, record }: LoadedVersion): readonly string[] | null {
  const named = graph.processes[record.processKey]?.settings.config?.starters;
  return named ? named.split(',').map((starter) => starter.trim()) : null;
}
