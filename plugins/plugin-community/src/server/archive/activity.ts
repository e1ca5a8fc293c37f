import type { Json } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { configProblems, readConfig } from '../activity-config';
import { CommunityError } from '../errors';
import { addRowToRecord, clearRowsOfRecord, writeToRecord } from '../keep';
import { localDateOf } from '../local-date';
import type { ActivityContext, ActivityType, BpmnPort, CaseRef, Tx } from '../ports';
import { createRows, findRows, text } from '../rows';
import { digestOf, readContents, sha256, type RecordContent } from './content';

const name = z.string().regex(/^[A-Za-z]\w*$/);
const schema = z.object({ rows: name, hash: name.optional() }).strict();

/** @throws CommunityError `archive.badConfig`, which names the property */
export const readArchiveConfig = (config: unknown): z.output<typeof schema> => readConfig(schema, config, 'archive.badConfig');

/** Columns of the sub-table that the index is written to. */
export const INDEX_COLUMNS = ['itemTitle', 'procedureName', 'caseNumber', 'startedOn', 'endedOn', 'fileNames', 'digest'] as const;

type Port = Pick<BpmnPort, 'underCommand' | 'cases' | 'canonicalJson'>;

/**
 * `wuxin:activityType="archive"`: writes into the sub-table `rows` what belongs to the matter: the case that called this one (or this one
 * itself, when nobody did) and all that it has called, each with the digest of its record. With `hash`, which names a field, it also
 * freezes these records and its own: from then on nobody changes them and no case starts about them. The hash covers every record and
 * the history of every case up to that moment. Once.
 */
export function archiveActivity(port: Port): ActivityType {
  return {
    type: 'archive',
    validate: ({ settings }) => configProblems(() => readArchiveConfig(settings.config)),
    async enter(context) {
      const { rows, hash } = readArchiveConfig(context.element.settings.config);
      const entries = await entriesOf(context, port, hash !== undefined);
      await clearRowsOfRecord(context, port.underCommand, rows);
      for (const entry of entries) await addRowToRecord(context, port.underCommand, { rows, values: indexRow(entry) });
      if (hash === undefined) return { kind: 'completed', variables: {} };
      return { kind: 'completed', variables: { [hash]: await seal(context, port, { entries, hash }) } };
    },
  };
}

interface Entry {
  readonly of: CaseRef;
  readonly content: RecordContent | undefined;
  readonly digest: string;
}

async function entriesOf(
  context: ActivityContext,
  { cases, canonicalJson }: Port,
  forUpdate: boolean,
): Promise<readonly Entry[]> {
  const { tx, instance } = context;
  const top = (await cases.callerOf(tx, instance))?.id ?? instance.id;
  const family = (await cases.caseFamily(tx, top)).filter(({ id }) => id !== instance.id);
  const contents = new Map<string, ReadonlyMap<string, RecordContent>>();
  for (const collection of new Set(family.flatMap(({ recordCollection }) => recordCollection ?? []))) {
    const ids = family.flatMap((of) => (of.recordCollection === collection && of.recordId !== null ? [of.recordId] : []));
    contents.set(collection, await readContents({ ...tx, forUpdate }, collection, ids));
  }
  return family.map((of) => {
    const content = contents.get(of.recordCollection ?? '')?.get(of.recordId ?? '');
    return { of, content, digest: digestOf(content?.values ?? {}, canonicalJson) };
  });
}

function indexRow({ of, content, digest }: Entry): Record<(typeof INDEX_COLUMNS)[number], Json> {
  return {
    itemTitle: of.title,
    procedureName: of.processName,
    caseNumber: of.id,
    startedOn: localDateOf(of.startedAt),
    endedOn: of.endedAt === null ? null : localDateOf(of.endedAt),
    fileNames: (content?.fileNames ?? []).join('\n'),
    digest,
  };
}

interface Sealing {
  readonly entries: readonly Entry[];
  readonly hash: string;
}

async function seal(context: ActivityContext, port: Port, { entries, hash }: Sealing): Promise<string> {
  const { tx, instance } = context;
  const { recordCollection, recordId } = instance;
  if (recordCollection === null || recordId === null) throw new CommunityError('archive.noRecord', 500, {});
  const own = (await readContents({ ...tx, forUpdate: true }, recordCollection, [recordId])).get(recordId);
  const before = digestOf(own?.values ?? {}, port.canonicalJson, [hash]);
  const covered = entries.map(({ of, digest }) => [of.id, digest, of.historyHash]);
  const value = sha256(port.canonicalJson([...covered, [instance.id, before]]));
  await writeToRecord(context, port.underCommand, { [hash]: value });
  const ownCase = (await port.cases.caseFamily(tx, instance.id)).find(({ id }) => id === instance.id);
  const ownContent = (await readContents(tx, recordCollection, [recordId])).get(recordId);
  const ownEntry = ownCase && {
    of: ownCase,
    content: ownContent,
    digest: digestOf(ownContent?.values ?? {}, port.canonicalJson),
  };
  await keepSealed(tx, [...entries, ...(ownEntry ? [ownEntry] : [])]);
  return value;
}

/** What was sealed before stays as it was then. */
async function keepSealed(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const rows = entries.flatMap((entry) => sealedRow(entry, tx.now));
  const before = await findRows(tx, 'sealedRecords', { filter: { recordId: { $in: rows.map(({ recordId }) => recordId) } } });
  const known = new Set(before.map((row) => `${text(row, 'recordCollection')}:${text(row, 'recordId')}`));
  await createRows(tx, 'sealedRecords', rows.filter(({ recordCollection, recordId }) => !known.has(`${recordCollection}:${recordId}`))); // prettier-ignore
}

function sealedRow({ of, digest }: Entry, sealedAt: number) {
  const { recordCollection, recordId, title, id: instanceId, historySequence, historyHash } = of;
  if (recordCollection === null || recordId === null) return [];
  return [{ recordCollection, recordId, title, instanceId, digest, historySequence, historyHash, sealedAt }];
}
