import { createHash } from 'node:crypto';
import { mergePacks, readArchive, writeArchive, type Finding, type Pack, type PackParts } from '@wuxin/pack-format';
import type { PackPreview } from '../../common/api';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { packOf, packOfVersion } from './export';
import { refusing } from './refused';
import { sharedHere } from './shared';
import { packs } from './store';

/** A pack from outside and what becomes of it here. */
export interface Merged {
  readonly isNew: boolean;
  readonly base: PackPreview['base'];
  readonly here: Pack;
  /** Of what is here. */
  readonly revision: string;
  readonly result: Pack;
  readonly findings: readonly Finding[];
}

/** A limit of the law is not moved by a file, unless somebody says so. */
const LIMITS = new Set(['floor', 'ceiling', 'options', 'limitKind', 'policyFloor', 'policyCeiling', 'needsApprover']);
const isGuarded = (part: string, [field = '']: readonly string[]): boolean => part === 'parameters' && LIMITS.has(field);

/** Brings a pack together with what is here: the draft, if there is one, else what is published. */
export async function mergedHere(tx: Tx, pack: Pack, fromPack: readonly string[] = []): Promise<Merged> {
  const process = await tables.processes.find(tx, { key: pack.manifest.key });
  const shared = await sharedHere(tx, pack);
  const here = process ? withShared(await packOf(tx, process.key, 'draft'), shared) : onlyShared(pack, shared);
  const { base, from } = process ? await commonPack(tx, process.key) : NOTHING_COMMON;
  const choices = Object.fromEntries(fromPack.map((id) => [id, 'pack' as const]));
  const { pack: result, findings } = refusing(() => mergePacks({ base, here, pack }, { choices, isGuarded }));
  return { isNew: !process, base: from, here, revision: revisionOf(here), result, findings };
}

/** Without collections: they only grow, and an import adds to them before it does the rest. */
function revisionOf({ parts: { collections: _growing, ...parts }, ...pack }: Pack): string {
  return createHash('sha256')
    .update(writeArchive([{ ...pack, parts }]))
    .digest('hex');
}

/** What other processes use too counts as being here, although this one does not use it yet. */
function withShared(pack: Pack, shared: PackParts): Pack {
  const folders = Object.entries(shared).map(([folder, items]) => [folder, { ...items, ...pack.parts[folder] }] as const);
  return { ...pack, parts: { ...pack.parts, ...Object.fromEntries(folders) } };
}

/** Of a process that is not here, everything that is its own is the pack's. */
const onlyShared = (pack: Pack, shared: PackParts): Pack => ({ ...pack, parts: { ...pack.parts, ...shared } });

const NOTHING_COMMON = { base: undefined, from: 'none' } as const;

async function commonPack(tx: Tx, processKey: string): Promise<{ base: Pack | undefined; from: PackPreview['base'] }> {
  const kept = await packs.find(tx, { processKey });
  if (kept) return { base: readArchive(Buffer.from(kept.archiveBase64, 'base64'))[0], from: 'pack' };
  const oldestFirst: [string, 'ASC'][] = [['number', 'ASC']];
  const [first] = await tables.versions.selectColumns(tx, ['id', 'status'], { processKey }, { order: oldestFirst, limit: 1 });
  if (!first || first.status === 'draft') return NOTHING_COMMON;
  return { base: await packOfVersion(tx, first.id), from: 'firstVersion' };
}
