import type { TokenRow } from '../contract';
import { enter, finish, leave } from './activity';
import { compensateNext } from './compensation';
import { recheckConditions } from './conditions';
import { StepFailure } from './errors';
import { clearFailure, fail, reportStuckJoins, tooManySteps } from './failure';
import { fireInclusiveJoin } from './inclusive';
import type { Run } from './run';
import type { QueuedStep, Step } from './step';
import { currentToken, hasTokens, isLoopInstance } from './tokens';
import { throwAtWork } from './throwAtWork';
import { trigger } from './trigger';

export const DEFAULT_MAX_STEPS = 5000;

/** Does everything that can be done now: until every token waits for the outside, or the instance has ended. */
export function settle(run: Run): void {
  let moves = 0;
  do {
    for (let next = run.shift(); next; next = run.shift()) {
      if (isMove(run, next.step)) moves += 1;
      attempt(run, next, moves);
    }
    recheckConditions(run);
  } while (run.hasSteps() || fireInclusiveJoin(run));
  reportStuckJoins(run);
}

/** A step happens as a whole or not at all; one that fails stops its own token only. */
function attempt(run: Run, { step, trail }: QueuedStep, moves: number): void {
  const token = run.tokens.get(step.tokenId);
  // The token may have been cancelled, or stopped by an incident, after the step was queued.
  if (!token || (token.status === 'failed' && step.type !== 'trigger' && step.type !== 'emptied')) return;
  const before = run.mark();
  try {
    run.trail = step.type === 'enter' ? { elementId: token.elementId, previous: trail } : trail;
    if (isMove(run, step) && moves > (run.env.maxSteps ?? DEFAULT_MAX_STEPS))
      throw tooManySteps(run, trail, token.elementId, moves - 1);
    perform(run, step);
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    run.rollback(before);
    fail(run, step, error);
  }
}

/** What counts for the step guard; the parallel instances of one activity begin all at once and do not. */
function isMove(run: Run, step: Step): boolean {
  if (step.type !== 'enter') return false;
  const token = run.tokens.get(step.tokenId);
  if (!token) return false;
  return !isLoopInstance(run, token) || run.parentOf(token)?.multiInstance?.sequential === true;
}

function perform(run: Run, step: Step): void {
  const token = run.tokens.get(step.tokenId);
  if (!token) return;
  const element = run.element(token.elementId);
  switch (step.type) {
    case 'enter':
      return enter(run, token);
    case 'begin':
      return run.kindOf(element).enter(run, token, element);
    case 'finish':
      return finish(run, token, step.variables);
    case 'leave':
      return leave(run, token);
    case 'emptied':
      return hasTokens(token) ? undefined : endEmptied(run, token);
    case 'childLeft':
      return run.kindOf(element).childLeft?.(run, token, element);
    case 'compensate':
      return compensateNext(run, token);
    case 'recheckJoins':
      return;
    case 'throw':
      return throwAtWork(run, token, step.thrown);
    case 'trigger': {
      const subscription = run.subscriptions.get(step.subscriptionId);
      return subscription ? trigger(run, subscription, step.variables) : undefined;
    }
  }
}

function endEmptied(run: Run, scope: TokenRow): void {
  // Whatever the scope failed at concerned tokens that are gone now.
  if (scope.status === 'failed') clearFailure(run, scope);
  const element = run.element(scope.elementId);
  run.kindOf(element).emptied?.(run, currentToken(run, scope), element);
}
