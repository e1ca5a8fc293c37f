import type { Graph } from '@wuxin/bpmn-core';
import { PACK_SCHEMA, type Json, type Pack, type PackParts } from '@wuxin/pack-format';
import { decisionRefs, parametersOf, withTableParameters } from '../commands';
import { draftFormUid } from '../../common/form';
import { snapshotDecisions, type DecisionSnapshot } from '../decisions';
import { fileOf, templatesOf } from '../documents';
import { draftTree, englishTexts, type FrozenForm, packedForm, plainText } from '../forms';
import { definitionsOf } from '../parameters';
import { notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type ProcessRecord, type TemplateRecord } from '../store';
import { type LoadedVersion, loadVersion } from '../versions';
import { packedCollections } from './collections';
import { packFoldersOf, type PackedProcess } from './parts';
import { packedDefinitions } from './shared';

/** Which state of a process goes into a pack: the published one, or what administrators are working on. */
export type PackedState = 'published' | 'draft';

/**
 * A process with everything that it needs, as a pack. Who may: administrators, by their right on the action.
 * @throws not found `process.notFound`, `version.notFound`; conflict `process.draftHasErrors`
 */
export async function packOf(tx: Tx, key: string, state: PackedState): Promise<Pack> {
  const process = await tables.processes.find(tx, { key });
  if (!process) throw notFound('process.notFound', { key });
  return packed(tx, process, await versionOf(tx, process, state));
}

/** A version as it was published, also one that is retired. Collections and parameters have no versions: they are as they are now. */
export async function packOfVersion(tx: Tx, versionId: string): Promise<Pack> {
  const version = await loadVersion(tx, versionId);
  const key = version.record.processKey;
  const process = await tables.processes.find(tx, { key });
  if (!process) throw notFound('process.notFound', { key });
  return packed(tx, process, { ...version, isFrozen: true });
}

async function packed(tx: Tx, process: ProcessRecord, version: LoadedVersion & { readonly isFrozen: boolean }): Promise<Pack> {
  const { record, graph, isFrozen } = version;
  const decisions = isFrozen ? record.decisions : await snapshotDecisions(tx, decisionRefs(version));
  return packFrom(tx, {
    process,
    graph,
    xml: record.xml,
    collections: await packedCollections(tx.db, process.recordCollection),
    forms: isFrozen ? frozenForms(version) : await liveForms(tx, process.key, graph),
    decisions,
    parameterKeys: withTableParameters([...record.parameterKeys, ...parametersOf(graph)], decisions),
    templates: (await templatesOf(tx, record.id)).map((template) => ({ ...template, file: new Uint8Array(fileOf(template)) })),
  });
}

/** What a pack is put together from; the rest of it follows from the drawing. */
export interface PackContents {
  readonly process: Pick<ProcessRecord, 'key' | 'name' | 'nameEn' | 'recordCollection'>;
  readonly graph: Graph;
  readonly xml: string;
  readonly collections: PackParts[string];
  /** By element id. */
  readonly forms: PackParts[string];
  readonly decisions: DecisionSnapshot;
  readonly parameterKeys: readonly string[];
  readonly templates: readonly (TemplateFacts & { readonly file: Uint8Array })[];
}

export async function packFrom(tx: Tx, contents: PackContents): Promise<Pack> {
  const { process, graph, xml, collections, forms, decisions, parameterKeys, templates } = contents;
  return {
    manifest: manifestOf(process, graph),
    process: xml,
    parts: {
      collections,
      forms,
      decisions: plain(decisions),
      parameters: await packedParameters(tx, parameterKeys),
      templates: Object.fromEntries(templates.map((template) => [template.key, factsOf(template)])),
      texts: await packedTexts(tx, { collections, forms }),
      ...(await foldersOfOthers(tx, { graph, processKey: process.key })),
    },
    files: { templates: Object.fromEntries(templates.map(({ key, file }) => [key, file])) },
  };
}

/** Keys of the processes that this one starts, and that they start: what has to come along to run elsewhere. */
export async function withCalled(tx: Tx, key: string): Promise<string[]> {
  const found = new Set<string>();
  const asked = [key];
  for (let next = asked.pop(); next !== undefined; next = asked.pop()) {
    const process = found.has(next) ? undefined : await tables.processes.find(tx, { key: next });
    if (!process?.publishedVersionId) continue;
    found.add(next);
    asked.push(...callsOf((await loadVersion(tx, process.publishedVersionId)).graph));
  }
  return [...found].sort();
}

async function versionOf(tx: Tx, { key, draftVersionId, publishedVersionId }: ProcessRecord, state: PackedState) {
  const id = state === 'draft' ? (draftVersionId ?? publishedVersionId) : publishedVersionId;
  if (!id) throw notFound('version.notFound', { processKey: key });
  return { ...(await loadVersion(tx, id)), isFrozen: state === 'published' };
}

function manifestOf({ key, name, nameEn, recordCollection }: PackContents['process'], graph: Graph): Pack['manifest'] {
  return {
    schema: PACK_SCHEMA,
    key,
    name,
    nameEn,
    recordCollection,
    calls: callsOf(graph),
    activityTypes: activityTypesOf(graph),
  };
}

const callsOf = (graph: Graph): string[] => unique(Object.values(graph.elements).map(({ task }) => task?.calledElement));
const activityTypesOf = (graph: Graph): string[] =>
  unique(Object.values(graph.elements).map(({ settings }) => settings.activityType));
const unique = (values: readonly (string | null | undefined)[]): string[] =>
  [...new Set(values.flatMap((value) => value ?? []))].sort();

function frozenForms({ record }: LoadedVersion): Record<string, Json> {
  const forms = Object.entries(record.forms as Record<string, FrozenForm>); // the forms feature wrote them
  return Object.fromEntries(forms.map(([id, { tree }]) => [id, packedForm(tree)]));
}

async function liveForms(tx: Tx, key: string, graph: Graph): Promise<Record<string, Json>> {
  const forms: Record<string, Json> = {};
  for (const { id } of Object.values(graph.elements).filter(({ type }) => type === 'bpmn:UserTask')) {
    const tree = await draftTree(tx, draftFormUid(key, id));
    if (tree) forms[id] = packedForm(tree);
  }
  return forms;
}

async function packedParameters(tx: Tx, keys: readonly string[]): Promise<Record<string, Json>> {
  return packedDefinitions(await definitionsOf(tx, [...new Set(keys)]));
}

type TemplateFacts = Pick<TemplateRecord, 'key' | 'position' | 'name' | 'nameEn' | 'onlyWith' | 'readers' | 'needs'>;

const factsOf = ({ key, position, name, nameEn, onlyWith, readers, needs }: TemplateFacts): Json =>
  plain({ key, position, name, nameEn, onlyWith, readers: readers ?? 'participants', needs });

const plain = (values: object): Record<string, Json> => JSON.parse(JSON.stringify(values)) as Record<string, Json>;

/** English of what forms and fields say, as far as somebody gave it. */
async function packedTexts(tx: Tx, parts: PackParts): Promise<PackParts[string]> {
  const said = new Set(textsIn(parts as unknown as Json).flatMap((text) => [text, plainText(text, text)])); // parts are JSON
  const known = Object.entries(await englishTexts(tx.db).all(tx)).filter(([text]) => said.has(text));
  return known.length === 0 ? {} : { 'en-US': Object.fromEntries(known) };
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value as Record<string, Json>).flatMap(textsIn) : [];
}

async function foldersOfOthers(tx: Tx, process: PackedProcess): Promise<PackParts> {
  const folders: Record<string, Readonly<Record<string, Json>>> = {};
  for (const other of packFoldersOf(tx.db).all()) folders[other.folder] = await other.exported(tx, process);
  return folders;
}
