import type { TokenRow } from '../contract';
import { without } from '../json';
import { throwUp, type Thrown } from './catching';
import { StepFailure } from './errors';
import { fail } from './failure';
import type { Run } from './run';
import { throwEscalation } from './throws';

/** What work outside throws, at the activity that it is the work of. */
export function throwAtWork(run: Run, token: TokenRow, thrown: Thrown): void {
  if (thrown.kind === 'escalation')
    return throwEscalation(run, token, run.element(token.elementId), thrown.code, thrown.variables);
  // The worker has given up by itself: nobody has to tell it to stop.
  const given: TokenRow = { ...token, data: without(token.data, 'waiting') };
  run.tokens.update(given);
  if (throwUp(run, given, thrown)) return;
  const facts = { errorCode: thrown.code, variables: thrown.variables };
  fail(run, { type: 'begin', tokenId: token.id }, new StepFailure('errorUncaught', facts));
}
