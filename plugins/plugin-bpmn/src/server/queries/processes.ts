import { Op } from 'sequelize';
import { draftFormUid } from '../../common/form';
import type { ProcessDetail, ProcessRow, StartableProcess, VersionRow } from '../../common/api';
import { canStart } from '../commands/may-start';
import { viewParameters } from '../parameters';
import { placesOf } from '../places';
import { notFound } from '../runtime/errors';
import { readTree } from '../forms';
import { descendants, type FormNode } from '../../common/form';
import { tables, type ProcessRecord, type VersionRecord } from '../store';
import { checkXml } from '../versions';
import type { Reader } from './reader';

const OPEN = ['running', 'suspended'];

export async function processOverview(reader: Reader): Promise<ProcessRow[]> {
  const processes = await tables.processes.select(reader.tx, {}, { order: [['key', 'ASC']] });
  return Promise.all(processes.map((process) => processRow(reader, process)));
}

async function processRow(reader: Reader, process: ProcessRecord): Promise<ProcessRow> {
  const { tx } = reader;
  const { key: processKey } = process;
  const versions = await tables.versions.select(tx, { processKey });
  const published = versions.find(({ id }) => id === process.publishedVersionId);
  const draft = versions.find(({ id }) => id === process.draftVersionId);
  const parameters = await viewParameters(tx, {
    keys: (published ?? draft)?.parameterKeys ?? [],
    placeId: null,
    locale: reader.locale,
  });
  return {
    key: processKey,
    name: process.name,
    recordCollection: process.recordCollection,
    published: published ? { versionId: published.id, number: published.number, publishedAt: published.publishedAt ?? 0 } : null,
    draft: draft ? { versionId: draft.id, number: draft.number, savedAt: draft.savedAt } : null,
    versions: versions.length,
    running: await tables.instances.count(tx, { processKey, status: OPEN }),
    ended: await tables.instances.count(tx, { processKey, status: { [Op.notIn]: OPEN } }),
    openIncidents: await tables.incidents.count(tx, {
      status: 'open',
      instanceId: tables.instances.among(tx.db, 'id', { processKey }),
    }),
    unconfirmedParameters: parameters.filter(({ isConfirmed }) => !isConfirmed).length,
  };
}

export async function processDetail(reader: Reader, key: string): Promise<ProcessDetail> {
  const { tx } = reader;
  const process = await tables.processes.find(tx, { key });
  if (!process) throw notFound('process.notFound', { key });
  const versions = await tables.versions.select(tx, { processKey: key }, { order: [['number', 'DESC']] });
  const shown = versions.find(({ id }) => id === (process.draftVersionId ?? process.publishedVersionId)) ?? versions[0];
  const checked = shown ? await checkXml(tx, shown.xml, reader.locale) : undefined;
  return {
    process: await processRow(reader, process),
    versions: await Promise.all(versions.map((version) => versionRow(reader, version))),
    xml: shown?.xml ?? '',
    problems: checked?.problems ?? [],
    userTasks: checked?.graph ? await userTasksOf(reader, key, Object.values(checked.graph.elements)) : [],
    parameters: [...(await viewParameters(tx, { keys: shown?.parameterKeys ?? [], placeId: null, locale: reader.locale }))],
  };
}

async function versionRow({ tx }: Reader, version: VersionRecord): Promise<VersionRow> {
  const { id, number, status, note, publishedAt } = version;
  const running = await tables.instances.count(tx, { versionId: id, status: OPEN });
  return {
    id,
    number,
    status,
    note,
    publishedAt,
    running,
    ended: await tables.instances.count(tx, { versionId: id, status: { [Op.notIn]: OPEN } }),
  };
}

async function userTasksOf(
  { tx }: Reader,
  processKey: string,
  elements: readonly { id: string; name: string | null; type: string }[],
) {
  const tasks = elements.filter(({ type }) => type === 'bpmn:UserTask');
  return Promise.all(
    tasks.map(async ({ id: elementId, name }) => {
      const formUid = draftFormUid(processKey, elementId);
      const tree = await readTree(tx, formUid);
      return { elementId, name: name ?? elementId, formUid, hasForm: tree !== null, fieldCount: tree ? fieldCount(tree) : 0 };
    }),
  );
}

const fieldCount = (tree: FormNode) => descendants(tree).filter(({ use }) => use === 'FormItemModel').length;

/** What the reader may start, and where. */
export async function startable(reader: Reader): Promise<StartableProcess[]> {
  const { tx, actor } = reader;
  const processes = await tables.processes.select(tx, { publishedVersionId: { [Op.ne]: null } }, { order: [['key', 'ASC']] });
  const places = await placesOf(tx.db).placesOf(tx, actor.userId);
  const rows: StartableProcess[] = [];
  for (const process of processes) {
    if (!(await canStart(tx, actor, process.key))) continue;
    const version = await tables.versions.find(tx, { id: process.publishedVersionId });
    const parameters = await viewParameters(tx, {
      keys: version?.parameterKeys ?? [],
      placeId: places[0]?.id ?? null,
      locale: reader.locale,
    });
    const unconfirmedParameters = parameters.filter(({ isConfirmed }) => !isConfirmed);
    rows.push({
      key: process.key,
      name: process.name,
      places: places.map(({ id, name }) => ({ id, name })),
      unconfirmedParameters,
    });
  }
  return rows;
}
