import { compile, findElement, parseDefinitions, type Element, type Graph } from '@wuxin/bpmn-core';
import { conflict, notFound } from '../runtime/errors';
import { perDatabase } from '../runtime/per-database';
import { tables, type ReadTx, type VersionRecord } from '../store';

/** A version ready to run: its rows and the graph of its XML. */
export interface LoadedVersion {
  readonly record: VersionRecord;
  readonly graph: Graph;
}

/** Versions that run are few; their graphs are worth keeping. */
const MAX_CACHED = 200;

const caches = perDatabase(() => new Map<string, LoadedVersion>());

/**
 * Loads a version: a published or retired one, which never changes, from memory where possible.
 *
 * @throws not found `version.notFound`; conflict `process.draftHasErrors` for a draft that is not finished
 */
export async function loadVersion(tx: ReadTx, versionId: string): Promise<LoadedVersion> {
  const cache = caches(tx.db);
  const known = cache.get(versionId);
  if (known) return known;
  const record = await tables.versions.find(tx, { id: versionId });
  if (!record) throw notFound('version.notFound', { versionId });
  const loaded = { record, graph: await graphOf(record) };
  if (record.status !== 'draft') remember(cache, loaded);
  return loaded;
}

async function graphOf({ xml, status, number }: VersionRecord): Promise<Graph> {
  const compiled = compile(await parseDefinitions(xml));
  if (compiled.graph) return compiled.graph;
  if (status === 'draft') throw conflict('process.draftHasErrors', { number });
  throw new Error('a published version does not compile');
}

function remember(cache: Map<string, LoadedVersion>, loaded: LoadedVersion): void {
  const oldest = cache.keys().next().value;
  if (cache.size >= MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  cache.set(loaded.record.id, loaded);
}

/** What people read for an element: its name, or its id where it has none. */
export function elementName(graph: Graph, elementId: string): string {
  return findElement(graph, elementId)?.name ?? elementId;
}

export function elementOf(version: LoadedVersion, elementId: string): Element {
  const element = findElement(version.graph, elementId);
  if (!element) throw notFound('element.notFound', { elementId });
  return element;
}
