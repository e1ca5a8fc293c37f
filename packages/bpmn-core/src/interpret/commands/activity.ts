import type { Command, TokenRow } from '../../contract';
import { throwUp } from '../catching';
import { StepFailure } from '../errors';
import { fail } from '../failure';
import { without } from '../../json';
import type { Run } from '../run';
import { throwEscalation } from '../throws';
import { currentToken } from '../tokens';
import { needWaiting } from './guards';

type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** From: work that is waiting. Merges the result and moves on; never touches other tokens of the same activity. */
export function completeActivity(run: Run, { tokenId, variables }: CommandOf<'completeActivity'>): void {
  const token = needWaiting(run, tokenId);
  run.push({ type: 'finish', tokenId: token.id, variables });
}

/** From: work that is waiting. An error that nothing catches stops the token with an incident; `retry` opens the work again. */
export function throwErrorAt(run: Run, { tokenId, errorCode, variables }: CommandOf<'throwError'>): void {
  const token = needWaiting(run, tokenId);
  run.tokens.update(endWaiting(token));
  if (throwUp(run, currentToken(run, token), { kind: 'error', code: errorCode, variables })) return;
  fail(run, { type: 'begin', tokenId }, new StepFailure('errorUncaught', { errorCode, variables }));
}

/** From: work that is waiting. The work goes on unless what catches the escalation interrupts it. */
export function throwEscalationAt(run: Run, { tokenId, escalationCode, variables }: CommandOf<'throwEscalation'>): void {
  const token = needWaiting(run, tokenId);
  throwEscalation(run, token, run.element(token.elementId), escalationCode, variables);
}

/** The worker has given up by itself: nobody has to tell it to stop. */
function endWaiting(token: TokenRow): TokenRow {
  return { ...token, data: without(token.data, 'waiting') };
}
