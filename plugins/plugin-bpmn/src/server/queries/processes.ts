import type { Element } from '@wuxin/bpmn-core';
import type { InstanceStatus, ProcessDetail, ProcessRow, VersionRow } from '../../common/api';
import { isCalledOnly } from '../commands';
import { checkTemplates, isAdded, templateProblems } from '../documents';
import { shippedHere } from '../packs';
import { viewParameters } from '../parameters';
import { notFound } from '../runtime/errors';
import { englishOf, englishTexts, readTree } from '../forms';
import { descendants, draftFormUid, type FormNode } from '../../common/form';
import { tables, type OrderBy, type InstanceRecord, type ProcessRecord, type VersionRecord } from '../store';
import { publishRequestsOf } from '../two-people';
import { checkXml, loadVersion, type LoadedVersion } from '../versions';
import { publishedContradictions } from './contradictions';
import { inLocale, nameOfProcess, type Reader } from './reader';

const OPEN: readonly InstanceStatus[] = ['running', 'suspended'];

export async function processOverview(reader: Reader): Promise<ProcessRow[]> {
  const processes = await tables.processes.select(reader.tx, {}, { order: [['key', 'ASC']] });
  return processRows(reader, processes);
}

/** One process with its figures. */
export async function processRow(reader: Reader, process: ProcessRecord): Promise<ProcessRow> {
  const [row] = await processRows(reader, [process]);
  if (!row) throw new Error('a process has a row'); // one goes in, one comes out
  return row;
}

/** Every figure comes from one grouped statement, however many processes there are. */
async function processRows(reader: Reader, processes: readonly ProcessRecord[]): Promise<ProcessRow[]> {
  const { tx } = reader;
  const processKey = processes.map(({ key }) => key);
  const versions = await tables.versions.selectColumns(tx, VERSION_FACTS, { processKey });
  const instances = await tables.instances.countBy(tx, ['processKey', 'status'], { processKey });
  const incidents = await openIncidentsByProcess(tx);
  const parameters = await viewParameters(tx, {
    keys: [...new Set(versions.flatMap(({ parameterKeys }) => parameterKeys))],
    placeId: null,
    locale: reader.locale,
  });
  const shipped = await shippedHere(tx, processKey);
  const requests = await publishRequestsOf(tx, processKey);
  const unconfirmed = new Set(parameters.filter(({ isConfirmed }) => !isConfirmed).map(({ key }) => key));
  return processes.map((process) => {
    const own = versions.filter((version) => version.processKey === process.key);
    const published = own.find(({ id }) => id === process.publishedVersionId);
    const draft = own.find(({ id }) => id === process.draftVersionId);
    const counts = openAndEnded(instances.filter(({ processKey: key }) => key === process.key));
    return {
      key: process.key,
      name: nameOfProcess(reader, process),
      recordCollection: process.recordCollection,
      published: published
        ? { versionId: published.id, number: published.number, publishedAt: published.publishedAt ?? 0 }
        : null,
      draft: draft ? { versionId: draft.id, number: draft.number, savedAt: draft.savedAt } : null,
      versions: own.length,
      ...counts,
      openIncidents: incidents.get(process.key) ?? 0,
      unconfirmedParameters: ((published ?? draft)?.parameterKeys ?? []).filter((key) => unconfirmed.has(key)).length,
      ...(shipped.get(process.key) ?? { shippedSince: null, shippedDismissed: null }),
      publishRequest: requests.get(process.key) ?? null,
    };
  });
}

/** Without the XML and the frozen forms, which may be megabytes. */
const VERSION_FACTS = ['id', 'processKey', 'number', 'status', 'note', 'savedAt', 'publishedAt', 'parameterKeys'] as const;
type VersionFacts = Pick<VersionRecord, (typeof VERSION_FACTS)[number]>;

function openAndEnded(counts: readonly { status: InstanceRecord['status']; count: number }[]) {
  const sum = (isOpen: boolean) =>
    counts.filter(({ status }) => OPEN.includes(status) === isOpen).reduce((total, { count }) => total + count, 0);
  return { running: sum(true), ended: sum(false) };
}

async function openIncidentsByProcess(tx: Reader['tx']): Promise<Map<string, number>> {
  const open = await tables.incidents.countBy(tx, ['instanceId'], { status: 'open' });
  const id = open.map(({ instanceId }) => instanceId);
  const instances = id.length > 0 ? await tables.instances.selectColumns(tx, ['id', 'processKey'], { id }) : [];
  const keys = new Map(instances.map((instance) => [instance.id, instance.processKey]));
  const counts = new Map<string, number>();
  for (const { instanceId, count } of open) {
    const key = keys.get(instanceId) ?? '';
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

export async function processDetail(reader: Reader, key: string): Promise<ProcessDetail> {
  const { tx } = reader;
  const process = await tables.processes.find(tx, { key });
  const [row] = process ? await processRows(reader, [process]) : [];
  if (!process || !row) throw notFound('process.notFound', { key });
  const order: OrderBy[] = [['number', 'DESC']];
  const versions = await tables.versions.selectColumns(tx, VERSION_FACTS, { processKey: key }, { order });
  const shownId = process.draftVersionId ?? process.publishedVersionId ?? versions[0]?.id;
  const shown = shownId ? await tables.versions.find(tx, { id: shownId }) : undefined;
  const checked = shown ? await checkXml(tx, shown.xml, reader.locale) : undefined;
  const templates = checked?.graph && shownId ? await templateViews(reader, await loadVersion(tx, shownId)) : [];
  return {
    process: row,
    versions: await versionRows(reader, versions),
    xml: shown?.xml ?? '',
    problems: [...(checked?.problems ?? []), ...templates.flatMap(({ problems }) => problems)],
    userTasks: checked?.graph ? await userTasksOf(reader, key, Object.values(checked.graph.elements)) : [],
    templates,
    contradictions: await publishedContradictions(tx, process.publishedVersionId, reader.locale),
    parameters: [...(await viewParameters(tx, { keys: shown?.parameterKeys ?? [], placeId: null, locale: reader.locale }))],
    isCalledOnly: process.publishedVersionId !== null && isCalledOnly(await loadVersion(tx, process.publishedVersionId)),
  };
}

async function versionRows({ tx }: Reader, versions: readonly VersionFacts[]): Promise<VersionRow[]> {
  const versionId = versions.map(({ id }) => id);
  const counts = await tables.instances.countBy(tx, ['versionId', 'status'], { versionId });
  return versions.map(({ id, number, status, note, publishedAt }) => ({
    id,
    number,
    status,
    note,
    publishedAt,
    ...openAndEnded(counts.filter((count) => count.versionId === id)),
  }));
}

async function templateViews({ tx, locale }: Reader, version: LoadedVersion): Promise<ProcessDetail['templates']> {
  const checks = await checkTemplates(tx, version);
  return checks.map(({ template, problems }) => ({
    key: template.key,
    name: locale === 'en-US' ? (template.nameEn ?? template.name) : template.name,
    savedAt: template.savedAt,
    savedByName: template.savedByName,
    isAdded: isAdded(template),
    problems: templateProblems(locale, template, problems),
  }));
}

async function userTasksOf(reader: Reader, processKey: string, elements: readonly Element[]) {
  const tasks = elements.filter(({ type }) => type === 'bpmn:UserTask');
  const known = reader.locale === 'en-US' ? await englishTexts(reader.tx.db).all(reader.tx) : {};
  return Promise.all(
    tasks.map(async ({ id: elementId, name: own, settings }) => {
      const formUid = draftFormUid(processKey, elementId);
      const tree = await readTree(reader.tx, formUid);
      const name = inLocale(reader, own ?? undefined, settings.nameEn, elementId);
      const form = tree ? { fieldCount: fieldCount(tree), english: englishOf(tree, known) } : { fieldCount: 0, english: {} };
      return { elementId, name, formUid, hasForm: tree !== null, ...form };
    }),
  );
}

const fieldCount = (tree: FormNode) => descendants(tree).filter(({ use }) => use === 'FormItemModel').length;
