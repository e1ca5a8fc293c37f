import type { Collection, Database } from '@nocobase/database';
import type { FieldOption } from '../../../common/api';
import type { CollectionInfo, FieldInfo } from '../../../common/form';
import { englishTexts, readCollections } from '../../forms';
import type { Locale } from '../../runtime/texts';
import type { ReadTx } from '../../store';

/** Can saving a record of it start a case? Tables of the engine are written without hooks, and a record is known by one key. */
export const canStart = (collection: Collection | null | undefined): collection is Collection =>
  !!collection && !collection.name.startsWith('bpmn') && typeof collection.filterTargetKey === 'string';

/** The collection of this name. NocoBase reads a dot as the way to another collection, and fails where that leads nowhere. */
export const collectionNamed = (db: Database, name: string): Collection | undefined =>
  name !== '' && !name.includes('.') && db.hasCollection(name) ? db.getCollection(name) : undefined;

/** Who created or changed a record, by number. */
const NOTED_BY_NOCOBASE = 'context';

export interface FieldWords extends FieldOption {
  /** What can be chosen; null where a field is no choice. */
  readonly options: FieldInfo['options'];
}

export interface CollectionWords {
  readonly name: string;
  readonly title: string;
  /** Those that a record holds itself; what it is related to is not read for a condition. */
  readonly fields: readonly FieldWords[];
}

/** Collections as people know them, in the reader's language where content says it. */
export async function collectionWords(tx: ReadTx, locale: Locale): Promise<(name: string) => CollectionWords | undefined> {
  const { db } = tx;
  const english = locale === 'en-US' ? await englishTexts(db).all(tx) : {};
  const say = (text: string) => (Object.hasOwn(english, text) ? (english[text] ?? text) : text);
  const read = readCollections(db);
  return (name) => {
    const collection = collectionNamed(db, name);
    const info = canStart(collection) ? read(name) : undefined;
    if (!canStart(collection) || !info) return undefined;
    const own = [...info.fields.values()].filter(
      ({ name: fieldName, type }) => type !== NOTED_BY_NOCOBASE && Object.hasOwn(collection.model.getAttributes(), fieldName),
    );
    const fields = own.flatMap(({ name: fieldName, title, options }) => {
      const words = title === fieldName ? wordsOfKey(collection, info, fieldName) : title;
      const choices = options && options.map(({ value, label }) => ({ value, label: say(label) }));
      return words === null ? [] : [{ name: fieldName, title: say(words), options: choices }];
    });
    return { name, title: say(info.title), fields };
  };
}

/** A key that leads to another record is called what its association is called; null where that has no name for people either. */
function wordsOfKey(collection: Collection, info: CollectionInfo, fieldName: string): string | null {
  const association = [...info.fields.values()].find(
    ({ name }) => name !== fieldName && foreignKeyOf(collection, name) === fieldName,
  );
  if (!association) return fieldName;
  return association.title === association.name ? null : association.title;
}

function foreignKeyOf(collection: Collection, fieldName: string): string | undefined {
  const options = collection.getField(fieldName)?.options as { foreignKey?: string } | undefined; // NocoBase declares it as any
  return options?.foreignKey;
}
