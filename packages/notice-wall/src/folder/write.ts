import type { WallPath } from '../addresses';
import type { FileChanges } from '../plan';
import { WallFolderError } from './errors';

/** What this asks of a file system; `node:fs/promises` fits. */
export interface FolderFiles {
  mkdir(path: string): Promise<unknown>;
  lstat(path: string): Promise<{ isDirectory(): boolean }>;
  writeFile(path: string, content: string, options: { readonly flag: 'wx' }): Promise<unknown>;
  rename(from: string, to: string): Promise<unknown>;
  unlink(path: string): Promise<unknown>;
}

export interface WallFolder {
  readonly files: FolderFiles;
  /** Exists already; above it links are the business of whoever chose it. */
  readonly path: string;
}

/** Small steps from the folder down: names that mean the same in every file system and address. */
const SAFE_PATH = /^(?:[A-Za-z0-9_-]{1,64}\/){0,4}[A-Za-z0-9_-]{1,80}\.(?:html|css|js|json|gone)$/;

/**
 * Brings the folder of a wall to what `renderParts` gave. Each file is written beside its place and renamed into it, so that no reader
 * meets half of one; what is there already, or gone already, is no mistake. Links inside the folder are not followed. One writer at a time.
 *
 * @throws WallFolderError for a path that is none of a wall, or that leads through something that is no folder
 */
export async function writeWall(folder: WallFolder, { written, removed }: FileChanges): Promise<void> {
  for (const path of [...written.map((file) => file.path), ...removed]) {
    if (!SAFE_PATH.test(path)) throw new WallFolderError('wall.pathUnsafe', { path });
  }
  const known: KnownFolders = new Map();
  await someAtOnce(written, ({ path, content }) => writeFile(folder, path, content, known));
  await someAtOnce(removed, (path) => removeFile(folder, path));
}

const FILES_AT_ONCE = 16;
type KnownFolders = Map<string, Promise<void>>;

/** All that were begun have ended when this ends, also when one of them failed. */
async function someAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += FILES_AT_ONCE) {
    const ended = await Promise.allSettled(items.slice(from, from + FILES_AT_ONCE).map(work));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  }
}

async function writeFile(folder: WallFolder, path: WallPath, content: string, known: KnownFolders): Promise<void> {
  await makeFolders(folder, path, known);
  const target = `${folder.path}/${path}`;
  await writeAnew(folder, `${target}.part`, content);
  await folder.files.rename(`${target}.part`, target);
}

/** Never into what is there: it could be a link, or half a file of a writer that died. */
async function writeAnew({ files }: WallFolder, path: string, content: string): Promise<void> {
  const write = async () => {
    await files.writeFile(path, content, { flag: 'wx' });
    return true;
  };
  if (await ignoring('EEXIST', write())) return;
  await ignoring('ENOENT', files.unlink(path));
  await write();
}

async function makeFolders(folder: WallFolder, path: WallPath, known: KnownFolders): Promise<void> {
  for (const above of foldersAbove(path)) {
    const made = known.get(above) ?? makeFolder(folder, above);
    known.set(above, made);
    await made;
  }
}

async function makeFolder({ files, path: root }: WallFolder, above: string): Promise<void> {
  const found = await ignoring('ENOENT', files.lstat(`${root}/${above}`));
  if (!found) await ignoring('EEXIST', files.mkdir(`${root}/${above}`));
  if (!(found ?? (await files.lstat(`${root}/${above}`))).isDirectory())
    throw new WallFolderError('wall.notAFolder', { path: above });
}

async function removeFile({ files, path: root }: WallFolder, path: WallPath): Promise<void> {
  for (const above of foldersAbove(path)) {
    const found = await ignoring('ENOENT', files.lstat(`${root}/${above}`));
    if (!found) return;
    if (!found.isDirectory()) throw new WallFolderError('wall.notAFolder', { path: above });
  }
  await ignoring('ENOENT', files.unlink(`${root}/${path}`));
}

function foldersAbove(path: WallPath): string[] {
  const steps = path.split('/').slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}

async function ignoring<Result>(code: 'ENOENT' | 'EEXIST', work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === code) return undefined;
    throw error;
  }
}
