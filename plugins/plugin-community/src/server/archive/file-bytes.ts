import { createHash } from 'node:crypto';
import type { Json, Variables } from '@wuxin/bpmn-core';
import { CommunityError } from '../errors';
import type { ArchivedFile } from './content';

/** Where the bytes of files lie. */
export interface FileStore {
  /** @param file its row in `attachments`; throws when the storage does not have it */
  open(file: Variables): Promise<AsyncIterable<Uint8Array>>;
}

interface FileManager {
  readonly storagesCache: ReadonlyMap<unknown, unknown>;
  loadStorages(): Promise<void>;
  getFileStream(file: Variables): Promise<{ readonly stream: AsyncIterable<Uint8Array> }>;
}

/** NocoBase's file manager, whatever its storages are. An audit loads the application without starting it, and so without its storages. */
export function fileStoreOf(pluginOf: (name: string) => unknown): FileStore {
  return {
    async open(file) {
      const manager = pluginOf('file-manager') as FileManager; // its own declarations are not published
      if (manager.storagesCache.size === 0) await manager.loadStorages();
      return (await manager.getFileStream(file)).stream;
    },
  };
}

/**
 * One digest of the bytes of these files, in their order: SHA-256 of the canonical list of field, name and SHA-256 of each. Null where there
 * is no file. Files are read one after the other, never whole into memory.
 *
 * @throws CommunityError `archive.fileUnreadable`, which names the file
 */
export async function digestOfFiles(
  store: FileStore,
  files: readonly ArchivedFile[],
  canonicalJson: (value: Json) => string,
): Promise<string | null> {
  if (files.length === 0) return null;
  const parts: Json[] = [];
  for (const { field, name, row } of files) parts.push([field, name, await sha256OfBytes(store, name, row)]);
  return createHash('sha256').update(canonicalJson(parts)).digest('hex');
}

async function sha256OfBytes(store: FileStore, name: string, row: Variables): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of await store.open(row)) hash.update(chunk);
  } catch (cause) {
    throw new CommunityError('archive.fileUnreadable', 409, { name }, { cause });
  }
  return hash.digest('hex');
}
