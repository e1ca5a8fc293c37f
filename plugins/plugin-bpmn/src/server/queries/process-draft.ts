import type { DraftProblems, ProcessDraft } from '../../common/api';
import { checkDrawing, drawnVersion } from '../commands';
import { notFound } from '../runtime/errors';
import { tables } from '../store';
import { processRow } from './processes';
import type { Reader } from './reader';

/** What the designer opens. Who may: administrators, by their right on the action. */
export async function processDraft(reader: Reader, key: string): Promise<ProcessDraft> {
  const { tx } = reader;
  const process = await tables.processes.find(tx, { key });
  if (!process) throw notFound('process.notFound', { key });
  const version = await drawnVersion(tx, process);
  const row = await processRow(reader, process);
  const { number, savedAt, savedByName, status, xml, xmlHash } = version;
  return {
    processKey: key,
    name: row.name,
    xml,
    revision: xmlHash,
    draft: status === 'draft' ? { number, savedAt, savedByName } : null,
    publishedNumber: row.published?.number ?? null,
    running: row.running,
    unconfirmedParameters: row.unconfirmedParameters,
  };
}

/** What the rules say of it. Who may: as above. */
export async function draftProblems({ tx, locale }: Reader, key: string): Promise<DraftProblems> {
  const process = await tables.processes.find(tx, { key });
  if (!process) throw notFound('process.notFound', { key });
  const { xml, xmlHash } = await drawnVersion(tx, process);
  return { revision: xmlHash, problems: (await checkDrawing(tx, xml, locale)).problems };
}
