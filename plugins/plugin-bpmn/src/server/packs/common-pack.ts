import { readArchive, type Pack } from '@wuxin/pack-format';
import type { PackPreview } from '../../common/api';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { packOfVersion } from './export';
import { packs } from './store';

export interface CommonPack {
  readonly base: Pack | undefined;
  readonly from: PackPreview['base'];
}

export const NOTHING_COMMON: CommonPack = { base: undefined, from: 'none' };

/** What a process and the next pack of it both come from: the pack that was taken in last, else its first version. */
export async function commonPack(tx: Tx, processKey: string): Promise<CommonPack> {
  const kept = await packs.find(tx, { processKey });
  if (kept) return { base: readArchive(Buffer.from(kept.archiveBase64, 'base64'))[0], from: 'pack' };
  const oldestFirst: [string, 'ASC'][] = [['number', 'ASC']];
  const [first] = await tables.versions.selectColumns(tx, ['id', 'status'], { processKey }, { order: oldestFirst, limit: 1 });
  if (!first || first.status === 'draft') return NOTHING_COMMON;
  return { base: await packOfVersion(tx, first.id), from: 'firstVersion' };
}
