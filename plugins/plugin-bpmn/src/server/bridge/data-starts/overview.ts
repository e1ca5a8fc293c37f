import type { DataStartReach, DataStartRow, FailedStart } from '../../../common/api';
import { nameOfProcess, type Reader } from '../../queries';
import { failureText } from '../../runtime/error-text';
import { forbidden, notFound } from '../../runtime/errors';
import { tables, type JobRecord } from '../../store';
import { collectionWords } from './collections';
import { conditionWords } from './condition-words';
import { dataStarts } from './rules';
import { DATA_START_JOB, keysOf } from './store';

/** Every rule with its names in words and the starts that failed. Four statements, however many rules there are. */
export async function dataStartOverview(reader: Reader): Promise<DataStartRow[]> {
  const { tx, locale } = reader;
  mustAdminister(reader);
  const rules = await dataStarts.select(tx, {}, { order: [['name', 'ASC']] });
  const failed = await tables.jobs.select(tx, { kind: DATA_START_JOB, status: 'failed' }, { order: [['createdAt', 'ASC']] });
  const keys = [...new Set(rules.map(({ processKey }) => processKey))];
  const processes = new Map((await tables.processes.select(tx, { key: keys })).map((process) => [process.key, process]));
  const words = await collectionWords(tx, locale);
  return rules.map((rule) => {
    const collection = words(rule.collection);
    const process = processes.get(rule.processKey);
    const processName = process ? nameOfProcess(reader, process) : rule.processKey;
    const placeField = collection?.fields.find(({ name }) => name === rule.placeField);
    return {
      ...rule,
      collectionTitle: collection?.title ?? rule.collection,
      placeFieldTitle: rule.placeField && (placeField?.title ?? rule.placeField),
      processName,
      isPublished: Boolean(process?.publishedVersionId),
      conditionText: rule.condition && conditionWords(rule.condition, collection?.fields ?? [], locale),
      failed: failed
        .filter(({ payload }) => payload.ruleId === rule.id)
        .map((job) => failedStart(reader, job, { name: processName, key: rule.processKey, elementName: rule.name })),
    };
  });
}

function failedStart({ locale }: Reader, { id, payload, lastError }: JobRecord, facts: Record<string, string>): FailedStart {
  const { recordId } = payload;
  const text = failureText(locale, lastError ?? '', facts);
  return { jobId: id, recordId: typeof recordId === 'string' ? recordId : null, code: lastError, text };
}

/** What a removal concerns, in numbers. Who may: an administrator. @throws not found `dataStart.notFound` */
export async function dataStartReach(reader: Reader, id: string): Promise<DataStartReach> {
  const { tx } = reader;
  mustAdminister(reader);
  const rule = await dataStarts.find(tx, { id });
  if (!rule) throw notFound('dataStart.notFound');
  const counts = await tables.instances.countBy(tx, ['status'], { startKey: keysOf(rule) });
  const waiting = await tables.jobs.count(tx, { kind: DATA_START_JOB, idempotencyKey: keysOf(rule) });
  return { started: Object.fromEntries(counts.map(({ status, count }) => [status, count])), waiting };
}

function mustAdminister({ isAdministrator }: Reader): void {
  if (!isAdministrator) throw forbidden('dataStart.administratorsOnly');
}
