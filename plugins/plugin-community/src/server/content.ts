import { readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@nocobase/database';
import { loadDemonstration, seedDemonstration } from './demonstration';
import type { BpmnPort } from './ports';
import { englishOfForms, installProcedure, loadProcedure, type Procedure } from './procedures';

/** Beside the built server; a checkout has none. */
const PACKAGED = join(__dirname, '../content');

/** The folder of content: the one that this application was given, else the one in the package. */
export function contentPath(): string | undefined {
  return process.env.WUXIN_CONTENT_PATH ?? (existsSync(PACKAGED) ? PACKAGED : undefined);
}

/** Every procedure in the content folder, in the order of the folders' names. */
export async function loadProcedures(): Promise<readonly Procedure[]> {
  const folder = contentPath();
  if (folder === undefined) return [];
  const names = (await readdir(folder)).sort().filter((name) => existsSync(join(folder, name, 'procedure.json')));
  return Promise.all(names.map((name) => loadProcedure(join(folder, name))));
}

/** What the forms of all procedures say, in English. */
export async function englishOfContent(): Promise<Readonly<Record<string, string>>> {
  return Object.assign({}, ...(await loadProcedures()).map(englishOfForms)) as Record<string, string>; // records of texts
}

/** Installs every procedure. */
export async function installProcedures(db: Database, bpmn: BpmnPort): Promise<void> {
  for (const procedure of await loadProcedures()) await installProcedure(db, bpmn, procedure);
}

/** Plays the demonstration in a new application, unless `WUXIN_DEMO=off`. */
export async function installDemonstration(db: Database, bpmn: BpmnPort): Promise<void> {
  const folder = join(contentPath() ?? '', 'demo');
  if (process.env.WUXIN_DEMO === 'off' || contentPath() === undefined || !existsSync(folder)) return;
  await seedDemonstration({ db, bpmn, demonstration: await loadDemonstration(folder), now: Date.now() });
}
