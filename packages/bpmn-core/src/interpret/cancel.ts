import type { TokenRow } from '../contract';
import { dropRecords } from './records';
import type { Run } from './run';
import { unsubscribe } from './subscribe';
import { isWaiting, removeToken } from './tokens';

/** Ends a token before it is done, with everything below it; work outside is told to stop. */
export function cancelToken(run: Run, token: TokenRow): void {
  endChildren(run, token);
  unsubscribe(run, token);
  dropRecords(run, token);
  const element = run.element(token.elementId);
  if (isWaiting(token)) run.kindOf(element).cancelled?.(run, token, element);
  run.log('elementCancelled', token.elementId, token.id);
  // Read again: the children that went before have changed its counters.
  removeToken(run, run.tokens.get(token.id) ?? token);
}

function endChildren(run: Run, token: TokenRow): void {
  if (token.kind !== 'scope' && token.kind !== 'multiInstance' && token.kind !== 'compensation') return;
  for (const child of run.tokens.inGroup(token.id)) cancelToken(run, child);
}
