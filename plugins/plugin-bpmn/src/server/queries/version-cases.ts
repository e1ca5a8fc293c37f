import type { VersionCases } from '../../common/api';
import { notFound } from '../runtime/errors';
import { tables } from '../store';
import { deadlineView } from './deadline-view';
import { placeInProcess } from './inbox';
import type { Reader } from './reader';

const PAGE_SIZE = 20;

/** Open cases that run on a version, those that are called too, the oldest first. Who may: administrators, by their right on the action. */
export async function versionCases(
  reader: Reader,
  { key, number, page = 1 }: { readonly key: string; readonly number: number; readonly page?: number },
): Promise<VersionCases> {
  const { tx, locale } = reader;
  const version = (await tables.versions.selectColumns(tx, ['id'], { processKey: key, number }))[0];
  if (!version) throw notFound('version.notFound', { versionId: String(number) });
  const where = { versionId: version.id, status: ['running', 'suspended'] };
  const order: [string, 'ASC'][] = [
    ['startedAt', 'ASC'],
    ['id', 'ASC'],
  ];
  const rows = await tables.instances.select(tx, where, { order, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  return {
    total: await tables.instances.count(tx, where),
    rows: await Promise.all(
      rows.map(async (instance) => ({
        instanceId: instance.id,
        title: instance.title,
        place: instance.placeId === null ? null : { id: instance.placeId, name: instance.placeName ?? '' },
        stageName: (await placeInProcess(reader, instance)).stageName,
        startedAt: instance.startedAt,
        deadline: deadlineView(instance, tx.now, locale),
        status: instance.status,
      })),
    ),
  };
}
