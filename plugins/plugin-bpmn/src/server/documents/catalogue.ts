import type { Element, Graph } from '@wuxin/bpmn-core';
import { englishTexts, readCollections } from '../forms';
import { tables, type ReadTx } from '../store';
import { casePlaceholders, taskPlaceholders } from './facts';
import { namesOf, type Placeholder, type RowsSource, withUniqueNames } from './placeholders';
import { recordPlaceholders, ROW_NUMBER, type Words } from './record-placeholders';

/**
 * Everything that a template of this process may name: facts of the case, fields of its record, the cases that its elements call
 * with their records, and who did which user task with which result. Where two have one name, the first in this order has it.
 */
export async function catalogueOf(tx: ReadTx, graph: Graph, processKey: string): Promise<Placeholder[]> {
  const words: Words = { collections: readCollections(tx.db), english: await englishTexts(tx.db).all(tx) };
  const elements = Object.values(graph.elements);
  const calls = elements.filter(({ type }) => type === 'bpmn:CallActivity');
  const recordOf = await recordCollectionsOfCalled(tx, graph, calls);
  const record = graph.processes[processKey]?.settings.recordCollection;
  const called = calls.flatMap((element) => {
    const collection = recordOf(element);
    const columns = collection === undefined || collection === null ? [] : recordPlaceholders(collection, words);
    const source: RowsSource = { kind: 'called', elementId: element.id, collection: collection ?? null };
    return rowsOf(element, source, withUniqueNames(casePlaceholders, [ROW_NUMBER], columns));
  });
  const done = elements
    .filter(({ type }) => type === 'bpmn:UserTask')
    .flatMap((element) =>
      rowsOf(element, { kind: 'task', elementId: element.id }, withUniqueNames([ROW_NUMBER], taskPlaceholders)),
    );
  return withUniqueNames(casePlaceholders, record ? recordPlaceholders(record, words) : [], called, done);
}

function rowsOf({ id, name, settings }: Element, source: RowsSource, columns: Placeholder[]): Placeholder {
  const own = name ?? id;
  const label = { zh: own, en: settings.nameEn ?? own };
  return { kind: 'rows', names: namesOf(own, id), label, key: `${source.kind}:${id}`, source, columns };
}

/** Of a process in the same file, what that says; of another one, what is in force now. */
async function recordCollectionsOfCalled(tx: ReadTx, graph: Graph, calls: readonly Element[]) {
  const keys = [...new Set(calls.flatMap(({ task }) => task?.calledElement ?? []))].filter((key) => !graph.processes[key]);
  const others = keys.length > 0 ? await tables.processes.select(tx, { key: keys }) : [];
  return ({ task }: Element): string | null | undefined => {
    const key = task?.calledElement ?? '';
    const inFile = graph.processes[key];
    if (inFile) return inFile.settings.recordCollection;
    return others.find((process) => process.key === key)?.recordCollection;
  };
}
