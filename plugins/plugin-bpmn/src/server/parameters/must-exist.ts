import { badInput } from '../runtime/errors';
import type { ReadAt } from '../runtime/read-at';
import { findDefinitions } from './store';

/** For what refers to parameters by key before anything starts: refused with `parameter.notFound`. */
export async function mustExist(tx: ReadAt, keys: readonly string[]): Promise<void> {
  const known = (await findDefinitions(tx, keys)).map(({ key }) => key);
  const missing = keys.filter((key) => !known.includes(key));
  if (missing.length > 0) throw badInput('parameter.notFound', { keys: missing });
}
