import { isSame, type Pack } from '@wuxin/pack-format';
import type { PackChoice, PackImported } from '../../common/api';
import { draftFormUid } from '../../common/form';
import { checkDrawing, keepDraft, keepProcess, mustBindOnlyWhatIsBound, parametersOf } from '../commands';
import { takeDecision } from '../decisions';
import { keepTemplate, templateProblems, templatesOf } from '../documents';
import { replaceDraftForm, unpackedForm } from '../forms';
import { defineParameters } from '../parameters';
import type { Actor } from '../runtime/actor';
import type { Engine } from '../runtime/engine';
import { badInput, conflict } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import { textOf, type Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { noteSettingChange } from '../setting-changes';
import { tables } from '../store';
import { loadVersion } from '../versions';
import { installCollections } from './collections';
import { leftOutOf, resultWithout, without } from './left-out';
import { folderHere, mergedHere, type Merged } from './merged';
import { nameIn } from './names';
import { obstaclesTo } from './obstacles';
import { packFoldersOf } from './parts';
import { readParts, type ReadParts } from './read-parts';
import { rememberPack } from './remember';

/** One procedure of an archive, with what somebody decided when they saw the preview. */
export interface PackImport {
  readonly pack: Pack;
  readonly choice: PackChoice;
  /** Keys of all procedures that are taken in together. */
  readonly together: readonly string[];
  readonly locale: Locale;
}

/**
 * Takes a procedure in, as the draft of its process: what was changed here stays, what only the pack changed is taken over. Collections
 * and fields are added first, outside of the transaction, as NocoBase makes tables; then everything else or nothing.
 *
 * Who may: with the right to design; what is newly bound, with the right to bind. From: what they saw in the preview. Never: touches a published version, a running instance or values of
 * parameters that people set, or removes a field.
 *
 * @throws conflict `pack.changedSince`, `pack.fieldRetyped`; bad input `pack.badPart`, `pack.missing`, `template.hasProblems` …; forbidden
 * `process.mayNotBind`
 */
export async function importPack(engine: Engine, actor: Actor, given: PackImport): Promise<PackImported> {
  mustHave(actor, 'design');
  const collections = await engine.read(async (tx) => {
    const { result } = await unchangedSince(tx, given);
    const obstacles = await obstaclesTo(tx, result, given.together, given.locale);
    const missing = obstacles.filter(({ isWarning }) => !isWarning);
    if (missing.length > 0) throw badInput('pack.missing', { sentences: missing.map(({ text }) => text) });
    return readParts(tx.db, result).collections;
  });
  await installCollections(engine.db, collections);
  return engine.write(async (tx) => {
    await tables.processes.find(tx, { key: given.pack.manifest.key }, { forUpdate: true });
    return keepResult(tx, actor, given, await unchangedSince(tx, given));
  });
}

async function unchangedSince(tx: Tx, { pack, choice }: PackImport): Promise<Merged> {
  const merged = await mergedHere(tx, pack, choice.fromPack);
  if (merged.revision !== choice.revision) throw conflict('pack.changedSince', { name: merged.here.manifest.name });
  return merged;
}

async function keepResult(tx: Tx, actor: Actor, { pack, locale }: PackImport, whole: Merged): Promise<PackImported> {
  const leftOut = await leftOutOf(tx, whole, locale);
  const merged = { ...whole, result: resultWithout(whole, leftOut) };
  const { result, isNew } = merged;
  const { key, name } = result.manifest;
  const parts = readParts(tx.db, result);
  await keepShared(tx, actor, { pack, locale, merged, parts });
  const checked = await checkDrawing(tx, result.process, locale);
  if (!checked.graph || checked.processKey !== key) {
    const problem = checked.problems[0]?.text ?? checked.processKey ?? '';
    throw badInput('pack.badPart', { part: 'process.bpmn', problem });
  }
  await mustBindOnlyWhatIsBound(tx, actor, key, checked.graph);
  const process = await keepProcess(tx, checked, { name });
  const note = textOf(locale, 'pack.note');
  const draft = await keepDraft(tx, actor, process, { xml: result.process, note, parameterKeys: parametersOf(checked.graph) });
  await keepForms(tx, merged, parts);
  await keepTemplates(tx, actor, { versionId: draft.id, parts, locale });
  await keepFolders(tx, actor, merged);
  // what is left out today comes with the pack another time
  await rememberPack(tx, { pack, common: without(pack, leftOut) }, actor.name);
  await noteSettingChange(tx, actor, ['process', key], { kind: 'packImported', version: draft.number });
  // again: its forms and templates are there now
  const { problems } = await checkDrawing(tx, result.process, locale);
  return { key, name: nameIn(locale, result.manifest), number: draft.number, isNew, problems };
}

interface Keeping {
  readonly pack: Pack;
  readonly locale: Locale;
  readonly merged: Merged;
  readonly parts: ReadParts;
}

async function keepShared(tx: Tx, actor: Actor, { pack, locale, merged, parts }: Keeping): Promise<void> {
  const { here, result } = merged;
  await defineParameters(tx, parts.parameters);
  for (const [key, table] of Object.entries(result.parts.decisions ?? {})) {
    if (isSame(here.parts.decisions?.[key], table)) continue;
    const origin = isSame(pack.parts.decisions?.[key], table) ? 'pack' : 'administrator';
    await takeDecision(tx, actor, { table, origin, reason: textOf(locale, 'pack.note') });
  }
}

async function keepFolders(tx: Tx, actor: Actor, merged: Merged): Promise<void> {
  const { manifest, parts } = merged.result;
  for (const other of packFoldersOf(tx.db).all()) {
    const of = { processKey: manifest.key, actor, here: folderHere(merged, other.folder) };
    await other.installed(tx, parts[other.folder] ?? {}, of);
  }
}

/** A form that is as it was here stays the very same one in NocoBase's designer. */
async function keepForms(tx: Tx, { here, result, isNew }: Merged, { forms }: ReadParts): Promise<void> {
  const { key } = result.manifest;
  for (const [elementId, form] of forms) {
    if (!isNew && isSame(here.parts.forms?.[elementId], result.parts.forms?.[elementId])) continue;
    const uid = draftFormUid(key, elementId);
    await replaceDraftForm(tx, unpackedForm(form, uid));
  }
}

interface KeepingTemplates {
  readonly versionId: string;
  readonly parts: ReadParts;
  readonly locale: Locale;
}

async function keepTemplates(tx: Tx, actor: Actor, { versionId, parts, locale }: KeepingTemplates): Promise<void> {
  const version = await loadVersion(tx, versionId);
  const keys = new Set(parts.templates.map(({ key }) => key));
  for (const { id, key } of await templatesOf(tx, versionId)) if (!keys.has(key)) await tables.templates.delete(tx, { id });
  for (const template of parts.templates) {
    const problems = await keepTemplate(tx, version, template, actor.name);
    if (problems.length === 0) continue;
    const told = templateProblems(locale, template, problems);
    throw badInput('template.hasProblems', { problems: told, sentences: told.map(({ text }) => text) });
  }
}
