import type { TryOutDrawing, TryOutOptions } from '../../common/api';
import { drawnVersion, needsPlace } from '../commands';
import { placesOf } from '../places';
import { designOptions, inLocale, nameOfProcess, type Reader } from '../queries';
import { notFound } from '../runtime/errors';
import { tables } from '../store';
import { checkXml, hasErrors, loadVersion, startVariablesOf } from '../versions';
import { keptTestRows } from './kept-tests';

/** What is chosen before a process is tried out. Who may: administrators, by their right on the action. */
export async function tryOutSetup(reader: Reader, key: string): Promise<TryOutOptions> {
  const { tx, actor, locale } = reader;
  const process = await tables.processes.find(tx, { key });
  if (!process) throw notFound('process.notFound', { key });
  const record = await drawnVersion(tx, process);
  const { graph, problems } = await checkXml(tx, record.xml, locale);
  const version = graph && { record, graph };
  const [place] = await placesOf(tx.db).placesOf(tx, actor.userId);
  return {
    name: nameOfProcess(reader, process),
    number: record.number,
    isDraft: record.status === 'draft',
    problems: hasErrors(problems) ? problems.filter(({ severity }) => severity === 'error').map(({ text }) => text) : [],
    now: tx.now,
    needsPlace: version ? (await needsPlace(tx, [version])).has(version) : false,
    place: place ?? null,
    starter: { id: actor.userId, name: actor.name },
    variables: (graph ? startVariablesOf(graph, key).variables : []).map(({ name, type, isRequired, label, labelEn }) => ({
      name,
      label: inLocale(reader, label, labelEn, name),
      type,
      isRequired,
    })),
    fields: (await designOptions(reader, key)).fields.filter(({ kind }) => kind !== 'person' && kind !== 'other'),
    drawing: record.xml,
    versionId: record.id,
    tests: await keptTestRows(tx, key),
  };
}

/** The drawing of a version that a tried process calls. */
export async function tryOutDrawing({ tx }: Reader, versionId: string): Promise<TryOutDrawing> {
  return { xml: (await loadVersion(tx, versionId)).record.xml };
}
