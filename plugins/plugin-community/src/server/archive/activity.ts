import type { Json } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { configProblems, readConfig } from '../activity-config';
import { replaceRowsOfRecord, writeToRecord } from '../keep';
import { localDateOf } from '../local-date';
import type { ActivityContext, ActivityType, BpmnPort, CaseRef, Tx } from '../ports';
import { createRows, findRows, text } from '../rows';
import { digestOf, readContents, sha256, type RecordContent } from './content';
import { digestOfFiles, type FileStore } from './file-bytes';

const name = z.string().regex(/^[A-Za-z]\w*$/);
const schema = z.object({ rows: name, hash: name.optional() }).strict();

/** @throws CommunityError `archive.badConfig`, which names the property */
export const readArchiveConfig = (config: unknown): z.output<typeof schema> => readConfig(schema, config, 'archive.badConfig');

/** Columns of the sub-table that the index is written to. */
export const INDEX_COLUMNS = ['itemTitle', 'procedureName', 'caseNumber', 'startedOn', 'endedOn', 'fileNames', 'digest'] as const;

/** Stands for the hash where nothing was archived. */
const NOTHING_SEALED = '0'.repeat(64);

type Port = Pick<BpmnPort, 'underCommand' | 'cases' | 'canonicalJson'> & { readonly files: FileStore };

/**
 * `wuxin:activityType="archive"`: writes into the sub-table `rows` what belongs to the matter: the case that called this one (or this one
 * itself, when nobody did) and all that it has called, each with the digest of its record. With `hash`, which names a field, it also
 * freezes these records and its own: from then on nobody changes them and no case starts about them. The hash covers every record, the
 * bytes of its files and the history of every case up to that moment. Once. A file that cannot be read is named, and nothing is archived.
 */
export function archiveActivity(port: Port): ActivityType {
  return {
    type: 'archive',
    canBeTried: true,
    validate: ({ settings }) => configProblems(() => readArchiveConfig(settings.config)),
    async enter(context) {
      const { rows, hash } = readArchiveConfig(context.element.settings.config);
      // a try-out has no cases and no histories that a digest could be of
      if (context.scratch) return { kind: 'completed', variables: hash === undefined ? {} : { [hash]: NOTHING_SEALED } };
      const entries = await entriesOf(context, port, hash !== undefined);
      await replaceRowsOfRecord(context, port.underCommand, { rows, values: entries.map(indexRow) });
      if (hash === undefined) return { kind: 'completed', variables: {} };
      const value = await seal(context, port, { entries, hash });
      return { kind: 'completed', variables: { [hash]: value } };
    },
  };
}

interface Entry {
  readonly of: CaseRef;
  readonly content: RecordContent | undefined;
  readonly digest: string;
  /** Of the bytes of its files; null where it has none, or where only the index is written. */
  readonly filesDigest: string | null;
}

async function entriesOf(
  context: ActivityContext,
  { cases, canonicalJson, files }: Port,
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
  const entries: Entry[] = [];
  for (const of of family) {
    const content = contents.get(of.recordCollection ?? '')?.get(of.recordId ?? '');
    const filesDigest = forUpdate ? await digestOfFiles(files, content?.files ?? [], canonicalJson) : null;
    entries.push({ of, content, digest: digestOf(content?.values ?? {}, canonicalJson), filesDigest });
  }
  return entries;
}

function indexRow({ of, content, digest }: Entry): Record<(typeof INDEX_COLUMNS)[number], Json> {
  return {
    itemTitle: of.title,
    procedureName: of.processName,
    caseNumber: of.id,
    startedOn: localDateOf(of.startedAt),
    endedOn: of.endedAt === null ? null : localDateOf(of.endedAt),
    fileNames: (content?.files ?? []).map(({ name }) => name).join('\n'),
    digest,
  };
}

interface Sealing {
  readonly entries: readonly Entry[];
  readonly hash: string;
}

/** The hash covers this case's own record as it was before the hash stood in it; the digest of that record covers the hash too. */
async function seal(context: ActivityContext, port: Port, { entries, hash }: Sealing): Promise<string> {
  const covered = entries.map(({ of, digest, filesDigest }) => [
    of.id,
    digest,
    of.historyHash,
    ...(filesDigest ? [filesDigest] : []),
  ]);
  const before = digestOf((await ownContent(context))?.values ?? {}, port.canonicalJson, [hash]);
  const value = sha256(port.canonicalJson([...covered, [context.instance.id, before]]));
  await writeToRecord(context, port.underCommand, { [hash]: value });
  const [own] = await port.cases.caseFamily(context.tx, context.instance.id);
  const content = await ownContent(context);
  const filesDigest = await digestOfFiles(port.files, content?.files ?? [], port.canonicalJson);
  const ownEntry = own && { of: own, content, digest: digestOf(content?.values ?? {}, port.canonicalJson), filesDigest };
  await keepSealed(context.tx, [...entries, ...(ownEntry ? [ownEntry] : [])]);
  return value;
}

async function ownContent({ tx, instance }: ActivityContext): Promise<RecordContent | undefined> {
  const { recordCollection, recordId } = instance;
  if (recordCollection === null || recordId === null) return undefined;
  return (await readContents({ ...tx, forUpdate: true }, recordCollection, [recordId])).get(recordId);
}

/** Each record once; what was sealed before stays as it was then. */
async function keepSealed(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const keyOf = (row: { recordCollection: string; recordId: string }) => `${row.recordCollection}:${row.recordId}`;
  const rows = new Map(entries.flatMap((entry) => sealedRow(entry, tx.now)).map((row) => [keyOf(row), row]));
  const recordIds = [...rows.values()].map(({ recordId }) => recordId);
  for (const row of await findRows(tx, 'sealedRecords', { filter: { recordId: { $in: recordIds } } }))
    rows.delete(keyOf({ recordCollection: text(row, 'recordCollection'), recordId: text(row, 'recordId') }));
  await createRows(tx, 'sealedRecords', [...rows.values()]);
}

function sealedRow({ of, digest, filesDigest }: Entry, sealedAt: number) {
  const { recordCollection, recordId, title, id: instanceId, historySequence, historyHash } = of;
  if (recordCollection === null || recordId === null) return [];
  const covered = { digest, filesDigest, filesSealedAt: filesDigest === null ? null : sealedAt };
  return [{ recordCollection, recordId, title, instanceId, ...covered, historySequence, historyHash, sealedAt }];
}
