import type { Graph } from '@wuxin/bpmn-core';
import type { Json } from '@wuxin/pack-format';
import type { Database } from '@nocobase/database';
import { perDatabase } from '../runtime/per-database';
import type { Tx } from '../runtime/tx';

/** A folder of packs that another plugin fills and reads: posts, for instance. */
export interface PackFolder {
  /** Of letters, such as `posts`. */
  readonly folder: string;
  /** What the process with this drawing needs, by name. */
  exported(tx: Tx, graph: Graph): Promise<Readonly<Record<string, Json>>>;
  /** Puts what is not here yet; what is here stays. @throws BpmnError for what it cannot read */
  installed(tx: Tx, parts: Readonly<Record<string, Json>>): Promise<void>;
}

const folders = perDatabase(() => new Map<string, PackFolder>());

export const packFoldersOf = (db: Database) => ({
  register: (folder: PackFolder): void => void folders(db).set(folder.folder, folder),
  all: (): readonly PackFolder[] => [...folders(db).values()],
});
