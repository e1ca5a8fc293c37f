import type { Collection, Database } from '@nocobase/database';
import type { FieldOption } from '../../../common/api';
import { englishTexts, readCollections } from '../../forms';
import type { Locale } from '../../runtime/texts';

/** Can saving a record of it start a case? Tables of the engine are written without hooks, and a record is known by one key. */
export const canStart = (collection: Collection | null | undefined): collection is Collection =>
  !!collection && !collection.name.startsWith('bpmn') && typeof collection.filterTargetKey === 'string';

/** The collection of this name. NocoBase reads a dot as the way to another collection, and fails where that leads nowhere. */
export const collectionNamed = (db: Database, name: string): Collection | undefined =>
  name !== '' && !name.includes('.') && db.hasCollection(name) ? db.getCollection(name) : undefined;

export interface CollectionWords {
  readonly name: string;
  readonly title: string;
  /** Those that a record holds itself; what it is related to is not read for a condition. */
  readonly fields: readonly FieldOption[];
}

/** Collections as people know them, in the reader's language where content says it. */
export async function collectionWords(db: Database, locale: Locale): Promise<(name: string) => CollectionWords | undefined> {
  const english = locale === 'en-US' ? await englishTexts(db).all() : {};
  const say = (text: string) => (Object.hasOwn(english, text) ? (english[text] ?? text) : text);
  const read = readCollections(db);
  return (name) => {
    const collection = collectionNamed(db, name);
    const info = canStart(collection) ? read(name) : undefined;
    if (!canStart(collection) || !info) return undefined;
    const own = [...info.fields.values()].filter((field) => Object.hasOwn(collection.model.getAttributes(), field.name));
    return { name, title: say(info.title), fields: own.map((field) => ({ name: field.name, title: say(field.title) })) };
  };
}
