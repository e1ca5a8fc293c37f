import type { TemplateSaved } from '../../common/api';
import { ADDED, type GivenTemplate, inheritTemplates, isAdded, keepTemplate, templateProblems, templatesOf } from '../documents';
import { SYSTEM, type ActorOrSystem } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { badInput, conflict, notFound } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables, type ProcessRecord, type TemplateRecord, type VersionRecord } from '../store';
import { noteAuthor } from '../two-people';
import { loadVersion } from '../versions';
import { nextNumber, saver, UNPUBLISHED } from './deploy-process';

/**
 * Keeps a Word file as a template of the process's draft; without a draft, one is made that is the published version otherwise. Who may:
 * administrators, content packs. Never: touches a published version, so a case prints with the templates that it began with.
 *
 * @throws bad input `template.hasProblems`, which names template and placeholders, and other `template.*` for what is no harmless
 * Word file; not found `process.notFound`; conflict `process.notPublished`
 */
export async function saveTemplate(
  tx: Tx,
  actor: ActorOrSystem,
  processKey: string,
  given: GivenTemplate,
  locale: Locale,
): Promise<TemplateSaved> {
  const process = await lockedProcess(tx, actor, processKey);
  const versionId = process.draftVersionId ?? (await draftOfPublished(tx, actor, process));
  const name = actor === SYSTEM ? null : actor.name;
  const problems = await keepTemplate(tx, await loadVersion(tx, versionId), given, name);
  if (problems.length > 0) {
    const told = templateProblems(locale, given, problems);
    throw badInput('template.hasProblems', { problems: told, sentences: told.map(({ text }) => text) });
  }
  await tables.processes.update(tx, { key: processKey }, { draftVersionId: versionId });
  return { versionId };
}

/**
 * Adds a template that the content did not bring. See {@link saveTemplate}.
 *
 * @throws also bad input `template.noName`; conflict `template.nameTaken`
 */
export async function addTemplate(
  tx: Tx,
  actor: ActorOrSystem,
  processKey: string,
  { locale, nameEn, onlyWith, ...given }: AddedFile & { readonly locale: Locale },
): Promise<TemplateSaved> {
  const process = await lockedProcess(tx, actor, processKey);
  if (given.name === '') throw badInput('template.noName');
  const templates = await shownTemplates(tx, process);
  if (templates.some(({ name }) => name === given.name)) throw conflict('template.nameTaken', { name: given.name });
  const key = `${ADDED}${engineOf(tx.db).newId()}`;
  const own = { key, nameEn: nameEn?.trim() || null, onlyWith: onlyWith?.trim() || null };
  return saveTemplate(tx, actor, processKey, { ...given, ...own }, locale);
}

type AddedFile = Pick<GivenTemplate, 'name' | 'readers' | 'needs' | 'file'> & {
  readonly nameEn?: string;
  readonly onlyWith?: string;
};

/**
 * Takes a template that somebody added out of the draft again; cases of published versions keep it. Who may: administrators. Never: what content
 * brought.
 */
export async function removeTemplate(tx: Tx, actor: ActorOrSystem, processKey: string, key: string): Promise<TemplateSaved> {
  const process = await lockedProcess(tx, actor, processKey);
  const known = (await shownTemplates(tx, process)).find((one) => one.key === key);
  if (!known) throw notFound('template.notFound', { key });
  if (!isAdded(known)) throw conflict('template.ofContent', { name: known.name });
  const versionId = process.draftVersionId ?? (await draftOfPublished(tx, actor, process));
  await tables.templates.delete(tx, { versionId, key });
  await tables.processes.update(tx, { key: processKey }, { draftVersionId: versionId });
  return { versionId };
}

/** Puts another file in the place of a template, which keeps its name and what it needs. See {@link saveTemplate}. */
export async function replaceTemplate(
  tx: Tx,
  actor: ActorOrSystem,
  processKey: string,
  { key, file, locale }: { readonly key: string; readonly file: Uint8Array; readonly locale: Locale },
): Promise<TemplateSaved> {
  const process = await lockedProcess(tx, actor, processKey);
  const known = (await shownTemplates(tx, process)).find((one) => one.key === key);
  if (!known) throw notFound('template.notFound', { key });
  const { name, nameEn, onlyWith, needs } = known;
  const readers = known.readers ?? 'participants';
  return saveTemplate(tx, actor, processKey, { key, name, nameEn, onlyWith, readers, needs, file }, locale);
}

/** Of the draft, or of the published version when there is no draft. */
async function shownTemplates(tx: Tx, { draftVersionId, publishedVersionId }: ProcessRecord): Promise<TemplateRecord[]> {
  const shown = draftVersionId ?? publishedVersionId;
  return shown ? templatesOf(tx, shown) : [];
}

async function lockedProcess(tx: Tx, actor: ActorOrSystem, key: string): Promise<ProcessRecord> {
  mustHave(actor, 'design');
  const process = await tables.processes.find(tx, { key }, { forUpdate: true });
  if (!process) throw notFound('process.notFound', { key });
  await noteAuthor(tx, actor, key);
  return process;
}

/** Kept only together with a template: a refusal takes it along. */
async function draftOfPublished(tx: Tx, actor: ActorOrSystem, { key, name, publishedVersionId }: ProcessRecord): Promise<string> {
  if (!publishedVersionId) throw conflict('process.notPublished', { key, name });
  const { record } = await loadVersion(tx, publishedVersionId);
  const draft: VersionRecord = {
    ...record,
    ...UNPUBLISHED,
    id: engineOf(tx.db).newId(),
    number: await nextNumber(tx, key),
    note: null,
    savedAt: tx.now,
    ...saver(actor),
  };
  await tables.versions.insert(tx, [draft]);
  await inheritTemplates(tx, publishedVersionId, draft.id);
  return draft.id;
}
