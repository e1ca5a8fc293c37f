import type { TokenRow } from '../contract';
import type { Element } from '../graph';
import { without } from '../json';
import type { Run } from './run';
import { unsubscribe } from './subscribe';
import { currentToken, left } from './tokens';

/** Nothing of the activity is left to do but to move on: its boundary events no longer wait. */
export function complete(run: Run, token: TokenRow, element: Element): void {
  unsubscribe(run, token);
  left(run, token, element, token.kind === 'multiInstance' ? { multiInstance: true } : {});
  const now = currentToken(run, token);
  run.tokens.update({ ...now, data: without(now.data, 'waiting') });
  run.push({ type: 'leave', tokenId: token.id });
}
