import type { TokenRow } from '../../contract';
import { CommandError } from '../errors';
import type { Run } from '../run';

/** The process scope is always the first row of an instance, so its id needs no look-up. */
export function rootIdOf(instanceId: string): string {
  return `${instanceId}:1`;
}

export function needRoot(run: Run): TokenRow {
  const root = run.tokens.get(rootIdOf(run.instance.id));
  if (!root) throw new CommandError('tokenUnknown', { tokenId: rootIdOf(run.instance.id) });
  return root;
}
