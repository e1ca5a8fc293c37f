import type { Collection, Database } from '@nocobase/database';
import { ownedCollectionsOf } from '../records';
import { recordCollectionsOf } from '../versions';

/** Tables that hold what cases hold, beside our own: messages to people, and what NocoBase's workflows were given. */
const OTHERS = ['notificationInAppMessages', 'executions', 'jobs'];

/** Names of collections, other than our own, with what people wrote in cases: records, rows that they own, and names of files. */
export function caseCollectionsOf(db: Database): ReadonlySet<string> {
  const records = [...recordCollectionsOf(db)()];
  const owned = records.flatMap((name) => [...ownedCollectionsOf(db, name).keys()]);
  const files = [...db.collections.values()].filter(isFileCollection).map(({ name }) => name);
  return new Set([...records, ...owned, ...files]);
}

/** Tables with such values. A collection may have another name than its table. */
export function caseTablesOf(db: Database): ReadonlySet<string> {
  return new Set([...OTHERS, ...caseCollectionsOf(db)].map((name) => tableOf(db, name)));
}

function tableOf(db: Database, name: string): string {
  const collection = db.getCollection(name) as Collection | undefined; // it may have been removed
  return collection?.model.tableName ?? name;
}

const isFileCollection = ({ name, options }: Collection): boolean => name === 'attachments' || options.template === 'file';
