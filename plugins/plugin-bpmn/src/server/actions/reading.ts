import { type Reader, readerOf } from '../queries';
import type { Request } from './define';

/** Runs a query for the person who asks; whether they supervise is a right of their role, for which places is their post. */
export function reading<T>({ engine, actor, locale, can }: Request, query: (reader: Reader) => Promise<T>): Promise<T> {
  const maySupervise = can('bpmnSupervision', 'board');
  return engine.read(async (tx) => query(await readerOf(tx, actor, { locale, maySupervise })));
}
