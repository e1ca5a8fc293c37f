import { mergePacks, writeArchive, type Finding, type Pack, type PackParts } from '@wuxin/pack-format';
import type { PackPreview } from '../../common/api';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { commonPack, NOTHING_COMMON } from './common-pack';
import { digestOf } from './digest';
import { packOf } from './export';
import { packFoldersOf } from './parts';
import { refusing } from './refused';
import { sharedHere } from './shared';

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
  const whole = packFoldersOf(tx.db)
    .all()
    .flatMap(({ folder, isWhole }) => (isWhole ? [folder] : []));
  const isWhole = (part: string): boolean => whole.includes(part);
  const choices = Object.fromEntries(fromPack.map((id) => [id, 'pack' as const]));
  const sides = { base, here, pack: whole.reduce((rest, folder) => takingNothing(folder, rest, base ?? here), pack) };
  const { pack: result, findings } = refusing(() => mergePacks(sides, { choices, isGuarded, isWhole }));
  return { isNew: !process, base: from, here, revision: revisionOf(here), result, findings };
}

/** A pack takes none of these away: content has none, and some may have been left out where the pack was made. */
function takingNothing(folder: string, pack: Pack, before: Pack): Pack {
  return { ...pack, parts: { ...pack.parts, [folder]: { ...before.parts[folder], ...pack.parts[folder] } } };
}

/** What of a folder was here before; of a process that is new here, nothing was. */
export const folderHere = ({ isNew, here }: Merged, folder: string): PackParts[string] =>
  isNew ? {} : (here.parts[folder] ?? {});

/** Without collections, which only grow, and English of their words: an import adds to them before it does the rest. */
function revisionOf({ parts: { collections: _growing, texts: _ofThem, ...parts }, ...pack }: Pack): string {
  return digestOf(writeArchive([{ ...pack, parts }]));
}

/** What other processes use too counts as being here, although this one does not use it yet. */
function withShared(pack: Pack, shared: PackParts): Pack {
  const folders = Object.entries(shared).map(([folder, items]) => [folder, { ...items, ...pack.parts[folder] }] as const);
  return { ...pack, parts: { ...pack.parts, ...Object.fromEntries(folders) } };
}

/** Of a process that is not here, everything that is its own is the pack's. */
const onlyShared = (pack: Pack, shared: PackParts): Pack => ({ ...pack, parts: { ...pack.parts, ...shared } });
