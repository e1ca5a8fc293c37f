import { Op } from 'sequelize';
import type { LevelledPlace, StartableProcess } from '../../common/api';
import { needsPlace, reachOfStarter } from '../commands';
import { viewParameters } from '../parameters';
import { placesOf } from '../places';
import { forbidden, notFound } from '../runtime/errors';
import { tables, type ProcessRecord } from '../store';
import { loadVersion, startVariablesOf } from '../versions';
import { inLocale, nameOfProcess, type Reader } from './reader';

/** May the reader start a case of one of these processes? */
export async function mayStartOneOf(reader: Reader, processes: readonly ProcessRecord[]): Promise<boolean> {
  const published = processes.filter(({ publishedVersionId }) => publishedVersionId !== null);
  const versions = await Promise.all(published.map((process) => publishedVersion(reader, process)));
  return versions.some((version) => reachOfStarter(version, starterOf(reader)) !== null);
}

/** Versions are kept in memory. */
const publishedVersion = ({ tx }: Reader, { publishedVersionId }: ProcessRecord) => loadVersion(tx, String(publishedVersionId));

/** What the reader may start, and where. */
export async function startable(reader: Reader): Promise<StartableProcess[]> {
  const { tx, actor, locale } = reader;
  const published = { publishedVersionId: { [Op.ne]: null } };
  const processes = await tables.processes.select(tx, published, { order: [['key', 'ASC']] });
  const places = await placesOf(tx.db).placesOf(tx, actor.userId);
  const loaded = await Promise.all(
    processes.map(async (process) => ({ process, version: await publishedVersion(reader, process) })),
  );
  const may = loaded.flatMap(({ process, version }) => {
    const reach = reachOfStarter(version, starterOf(reader));
    const isIn = (id: string) => reach === 'everywhere' || reach?.includes(id);
    return reach === null ? [] : [{ process, version, reach, places: places.filter(({ id }) => isIn(id)) }];
  });
  const used = [...new Set(may.flatMap(({ version }) => version.record.parameterKeys))];
  const parameters = await viewParameters(tx, { keys: used, placeId: places[0]?.id ?? null, locale });
  const unconfirmed = parameters.filter(({ isConfirmed }) => !isConfirmed);
  const needing = await needsPlace(
    tx,
    may.map(({ version }) => version),
  );
  const lowest = await placesWithNoneBelow(reader, new Set(may.flatMap((one) => (one.places.length === 1 ? one.places : []))));
  return may.map(({ process, version, reach, places: ownPlaces }) => ({
    key: process.key,
    name: nameOfProcess(reader, process),
    needsPlace: reach !== 'everywhere' || needing.has(version),
    places: ownPlaces.map(({ id, name }) => ({ id, name })),
    variables: startVariablesOf(version.graph, process.key).variables.map(({ name, type, isRequired, label, labelEn }) => ({
      name,
      label: inLocale(reader, label, labelEn, name),
      type,
      isRequired,
    })),
    onlyPlaceId: ownPlaces.find(({ id }) => ownPlaces.length === 1 && lowest.has(id))?.id ?? null,
    unconfirmedParameters: unconfirmed.filter(({ key }) => version.record.parameterKeys.includes(key)),
  }));
}

const starterOf = ({ isAdministrator, keys }: Reader) => ({ isAdministrator, own: keys.own });

/** One look-up for each place that is a process's only one: as many as the reader has posts. */
async function placesWithNoneBelow({ tx, isAdministrator }: Reader, places: ReadonlySet<{ id: string }>): Promise<Set<string>> {
  if (isAdministrator) return new Set(); // they start anywhere
  const alone = await Promise.all(
    [...places].map(async ({ id }) => {
      const found = await placesOf(tx.db).search(tx, { within: [id], limit: 2 });
      return found.length === 1 ? [id] : [];
    }),
  );
  return new Set(alone.flat());
}

const MOST_PLACES = 50;

/**
 * Where the reader may start a process, by a part of the name: administrators everywhere, others where they work and below.
 * Who works nowhere may choose among all places for a process that everybody may start.
 */
export async function startPlaces(
  reader: Reader,
  { processKey, search }: { processKey: string; search?: string },
): Promise<readonly LevelledPlace[]> {
  const { tx, actor, isAdministrator } = reader;
  const process = await tables.processes.find(tx, { key: processKey });
  if (!process?.publishedVersionId)
    throw notFound('process.notPublished', { key: processKey, name: process?.name ?? processKey });
  const reach = reachOfStarter(await loadVersion(tx, process.publishedVersionId), starterOf(reader));
  if (reach === null) throw forbidden('process.mayNotStart', { processKey });
  const own = isAdministrator || reach !== 'everywhere' ? [] : await placesOf(tx.db).placesOf(tx, actor.userId);
  const within = reach === 'everywhere' ? own.map(({ id }) => id) : reach;
  const asked = { text: search?.trim() || undefined, limit: MOST_PLACES };
  return placesOf(tx.db).search(tx, within.length > 0 ? { ...asked, within } : asked);
}
