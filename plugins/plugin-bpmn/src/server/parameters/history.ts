import type { ReadAt } from '../runtime/read-at';
import { findHistory } from './store';
import type { ParameterValue } from './types';

/** Every value that somebody set, proposed or declined for a parameter, at all places, the newest first. */
export function parameterHistory(tx: ReadAt, key: string): Promise<readonly ParameterValue[]> {
  return findHistory(tx, key);
}
