import type { Database } from '@nocobase/database';
import type { BpmnPort } from '../ports';
import { createRow, findRow } from '../rows';
import { Artefacts } from '../artefacts';
import { installCollections } from './install-collections';
import type { Procedure } from './load';
import type { PostDefinition } from './schema';

/**
 * Puts a procedure into the application: its collections, posts, parameters and decision tables, then its process, which is
 * published at once. Running it again changes nothing; what administrators changed or deleted is left as they left it.
 */
export async function installProcedure(db: Database, bpmn: BpmnPort, procedure: Procedure): Promise<void> {
  const { definition, decisions } = procedure;
  const artefacts = await Artefacts.of(db, definition.key);
  await installCollections(db, definition.collections, artefacts);
  for (const post of definition.posts) await artefacts.once('post', post.key, () => createPost(db, post));
  // definitions only: values that people set or confirmed are kept elsewhere
  await bpmn.write((tx) => bpmn.content.defineParameters(tx, definition.parameters));
  for (const [key, table] of decisions) {
    await artefacts.once('decision', key, () => bpmn.write((tx) => bpmn.content.defineDecision(tx, table)));
  }
  await artefacts.once('process', definition.key, () => deploy(bpmn, procedure));
}

async function createPost(db: Database, { key, name, nameEn, level }: PostDefinition): Promise<void> {
  if (await findRow({ db }, 'posts', { key })) return;
  await createRow({ db }, 'posts', { key, title: name, titleEn: nameEn, level });
}

async function deploy(bpmn: BpmnPort, { definition, xml, forms, templates: files }: Procedure): Promise<void> {
  await bpmn.write(async (tx) => {
    if (await bpmn.content.hasProcess(tx, definition.key)) return;
    const templates = definition.templates.map((template) => ({
      ...template,
      file: files.get(template.key) ?? new Uint8Array(),
    }));
    await bpmn.content.deployProcess(tx, { xml, name: definition.name, forms, templates });
    await bpmn.content.publishProcess(tx, definition.key);
    await bpmn.content.rememberPack(tx, definition.key);
  });
}
