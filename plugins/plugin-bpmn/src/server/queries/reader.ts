import { groupKeysOf, isAdministrator, type ReaderKeys } from '../assignment';
import { placesOf } from '../places';
import type { Actor } from '../runtime/actor';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import type { ProcessRecord } from '../store';

/** Who reads, with everything that decides what they may see; looked up once for a request. */
export interface Reader {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly keys: ReaderKeys;
  readonly isAdministrator: boolean;
  /** Places whose instances, with those of all places below, a supervisor sees; empty for others. */
  readonly supervisedPlaceIds: readonly string[];
}

export async function readerOf(tx: Tx, actor: Actor, options: { locale: Locale; maySupervise: boolean }): Promise<Reader> {
  const places = options.maySupervise ? await placesOf(tx.db).placesOf(tx, actor.userId) : [];
  return {
    tx,
    actor,
    locale: options.locale,
    keys: await groupKeysOf(tx, actor.userId),
    isAdministrator: isAdministrator(actor),
    supervisedPlaceIds: places.map(({ id }) => id),
  };
}

/** A process as lists name it. */
export const nameOfProcess = (reader: Pick<Reader, 'locale'>, { name, nameEn, key }: ProcessRecord): string =>
  inLocale(reader, name, nameEn ?? undefined, key);

export const inLocale = (
  reader: Pick<Reader, 'locale'>,
  zh: string | undefined,
  en: string | undefined,
  fallback: string,
): string => (reader.locale === 'en-US' ? (en ?? zh) : zh) ?? fallback;
