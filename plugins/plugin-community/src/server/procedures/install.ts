import type { Database } from '@nocobase/database';
import type { BpmnPort } from '../ports';
import { createRow, findRow } from '../rows';
import { Artefacts } from '../artefacts';
import { installCollections } from './install-collections';
import type { Procedure } from './load';
import type { PostDefinition } from './schema';
import { digestOf, shippedOf, templatesOf } from './shipped';

/**
 * Puts a procedure into the application: its collections, posts, parameters and decision tables, then its process, which is
 * published at once. Running it again changes nothing; what administrators changed or deleted is left as they left it. Of later content,
 * fields, posts and definitions of parameters are added; drawing, forms, tables and templates are offered to administrators, who see
 * before what taking them in would change.
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
  await bpmn.write((tx) => bpmn.content.offerShipped(tx, shippedOf(procedure)));
}

async function createPost(db: Database, { key, name, nameEn, level }: PostDefinition): Promise<void> {
  if (await findRow({ db }, 'posts', { key })) return;
  await createRow({ db }, 'posts', { key, title: name, titleEn: nameEn, level });
}

async function deploy(bpmn: BpmnPort, procedure: Procedure): Promise<void> {
  const { definition, xml, forms } = procedure;
  const { key: processKey, name } = definition;
  await bpmn.write(async (tx) => {
    if (await bpmn.content.hasProcess(tx, processKey)) return;
    await bpmn.content.deployProcess(tx, { xml, name, forms, templates: templatesOf(procedure) });
    await bpmn.content.publishProcess(tx, processKey);
    await bpmn.content.rememberPack(tx, processKey);
    await bpmn.content.noteInstalled(tx, { processKey, contentDigest: digestOf(procedure) });
  });
}
