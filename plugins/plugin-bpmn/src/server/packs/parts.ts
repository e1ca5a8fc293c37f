import type { Graph } from '@wuxin/bpmn-core';
import type { Json, PackParts } from '@wuxin/pack-format';
import type { Database } from '@nocobase/database';
import type { Actor } from '../runtime/actor';
import { perDatabase } from '../runtime/per-database';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';

export interface PackedProcess {
  readonly processKey: string;
  readonly graph: Graph;
}

export interface FolderImport {
  readonly processKey: string;
  readonly actor: Actor;
  /** What of this folder was here before. */
  readonly here: PackParts[string];
}

/** A folder of packs that is filled and read elsewhere: posts by another plugin, for instance. */
export interface PackFolder {
  /** Of letters, such as `posts`. */
  readonly folder: string;
  /** Its items are not merged part by part: each is as it is here or as it is in the pack, which takes none away. */
  readonly isWhole?: boolean;
  /** What the process needs of it, by name. */
  exported(tx: Tx, process: PackedProcess): Promise<PackParts[string]>;
  /** Which of these cannot be put here, each with a sentence that says why; they are left out. Missing: all of them can. */
  leftOut?(tx: Tx, parts: PackParts[string], locale: Locale): Promise<ReadonlyMap<string, string>>;
  /** Puts the parts of the merged pack. @throws BpmnError for what it cannot read */
  installed(tx: Tx, parts: Readonly<Record<string, Json>>, of: FolderImport): Promise<void>;
}

const folders = perDatabase(() => new Map<string, PackFolder>());

export const packFoldersOf = (db: Database) => ({
  register: (folder: PackFolder): void => void folders(db).set(folder.folder, folder),
  all: (): readonly PackFolder[] => [...folders(db).values()],
});
