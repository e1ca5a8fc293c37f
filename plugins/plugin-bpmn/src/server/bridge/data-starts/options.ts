import type { Database, Model } from '@nocobase/database';
import type { DataStartOptions } from '../../../common/api';
import { inLocale, nameOfProcess, type Reader } from '../../queries';
import { forbidden } from '../../runtime/errors';
import { tables } from '../../store';
import { loadVersion, startVariablesOf } from '../../versions';
import { collectionWords } from './collections';

/**
 * What a rule can be made of: the collections of NocoBase's own list and those that processes are about, and published
 * processes with what they ask for. Who may: an administrator.
 */
export async function dataStartOptions(reader: Reader): Promise<DataStartOptions> {
  const { tx, locale, isAdministrator } = reader;
  if (!isAdministrator) throw forbidden('dataStart.administratorsOnly');
  const all = await tables.processes.select(tx, {}, { order: [['key', 'ASC']] });
  const processes = await Promise.all(
    all
      .filter(({ publishedVersionId }) => publishedVersionId !== null)
      .map(async (process) => {
        const { graph } = await loadVersion(tx, String(process.publishedVersionId)); // kept in memory
        const variables = startVariablesOf(graph, process.key).variables.map(({ label, labelEn, ...variable }) => ({
          ...variable,
          label: inLocale(reader, label, labelEn, variable.name),
        }));
        const { key, recordCollection } = process;
        return { key, name: nameOfProcess(reader, process), recordCollection, variables };
      }),
  );
  const words = await collectionWords(tx, locale);
  const names = [...new Set([...all.flatMap((process) => process.recordCollection ?? []), ...(await listed(tx.db))])];
  const collections = names
    .flatMap((name) => words(name) ?? [])
    .map((one) => ({ ...one, fields: one.fields.map(({ name, title }) => ({ name, title })) }));
  return { collections, processes };
}

/** NocoBase's list of collections, in its order. */
async function listed(db: Database): Promise<string[]> {
  const asked = { filter: { hidden: false }, sort: ['sort'], fields: ['name'] };
  const rows = (await db.getRepository('collections').find(asked)) as Model[]; // NocoBase leaves rows untyped
  return rows.map((row) => String(row.get('name')));
}
