import type { TokenRow, Variables } from '../contract';
import type { ActivityFacet } from '../graph';
import { complete } from './complete';
import { implicitSplit, depart } from './flows';
import { beginLoop, instanceDone } from './loops';
import { mapped } from './mappings';
import { recordCompletion } from './records';
import type { Run } from './run';
import { subscribeToAll } from './subscribe';
import { currentToken, entered, isLoopInstance, left, removeToken } from './tokens';
import { mergeVariables } from './variables';

/** A token arrives: at any element, or as one instance of a looped activity. */
export function enter(run: Run, token: TokenRow): void {
  const element = run.element(token.elementId);
  const { activity } = element;
  if (!activity) return run.kindOf(element).enter(run, token, element);
  const isInstance = isLoopInstance(run, token);
  if (!isInstance) subscribeToAll(run, token, activity.boundaryIds);
  if (activity.loop && !isInstance) {
    entered(run, token, { multiInstance: true });
    return beginLoop(run, token, element, activity.loop);
  }
  entered(run, token);
  mapInputs(run, token, activity);
  run.kindOf(element).enter(run, currentToken(run, token), element);
}

/** The activity, or one instance of it, is done: its result goes to its scope. */
export function finish(run: Run, token: TokenRow, result: Variables): void {
  const element = run.element(token.elementId);
  if (element.activity) mapOutputs(run, token, element.activity, result);
  if (token.kind !== 'multiInstance') recordCompletion(run, token, element, result);
  complete(run, token, element);
}

/** Moves on: along the flows, to the next instance of a loop, or back to the throw that a handler compensates for. */
export function leave(run: Run, token: TokenRow): void {
  const element = run.element(token.elementId);
  const parent = run.parentOf(token);
  if (parent?.kind === 'multiInstance') return instanceDone(run, parent, token);
  if (!element.activity) left(run, token, element);
  if (parent?.kind === 'compensation') run.push({ type: 'compensate', tokenId: parent.id });
  else depart(run, token, run.kindOf(element).choose?.(run, token, element) ?? implicitSplit(run, token, element));
  consume(run, token);
}

/** Takes away a token that has done what it was for. */
export function consume(run: Run, token: TokenRow): void {
  const parent = run.parentOf(token);
  removeToken(run, currentToken(run, token));
  if (parent && run.kindOf(run.element(parent.elementId)).childLeft) run.push({ type: 'childLeft', tokenId: parent.id });
}

function mapInputs(run: Run, token: TokenRow, { inputs }: ActivityFacet): void {
  if (inputs.length === 0) return;
  const locals = mapped(run, token.id, inputs, 'input');
  const now = currentToken(run, token);
  run.tokens.update({ ...now, variables: { ...now.variables, ...locals } });
}

/** With outputs only these go out; without, the whole result does. */
function mapOutputs(run: Run, token: TokenRow, { outputs }: ActivityFacet, result: Variables): void {
  if (outputs.length === 0) mergeVariables(run, token.id, result);
  else mergeVariables(run, token.parentId, mapped(run, token.id, outputs, 'output', result));
}
