import type { Command, TokenRow } from '../../contract';
import { findElement, type Element } from '../../graph';
import { cancelToken } from '../cancel';
import { CommandError } from '../errors';
import type { Run } from '../run';
import { isLoopInstance, spawn } from '../tokens';
import { mergeVariables } from '../variables';
import { needToken } from './guards';

/**
 * From: any tokens of one scope. Ends them with all below them and puts one token before the target: return, withdrawal,
 * jump. An instance of a multi-instance activity stands for the activity as a whole. What was completed before is neither
 * undone nor compensated.
 */
export function move(run: Run, { fromTokenIds, toElementId, variables }: Extract<Command, { type: 'move' }>): void {
  const tokens = new Map(fromTokenIds.map((id) => wholeActivity(run, needToken(run, id))).map((token) => [token.id, token]));
  const [first] = tokens.values();
  if (!first) throw new CommandError('moveNothing');
  for (const token of tokens.values()) refuseUnmovable(run, token, first);
  const target = needTarget(run, first, toElementId);
  mergeVariables(run, first.parentId, variables);
  // The new token first: the scope must not look empty in between.
  const moved = spawn(run, { parentId: first.parentId, elementId: target.id });
  run.log('tokenMoved', target.id, moved.id, { from: [...tokens.values()].map(({ elementId }) => elementId), to: target.id });
  for (const { id } of tokens.values()) {
    const token = run.tokens.get(id);
    if (token) cancelToken(run, token);
  }
}

function wholeActivity(run: Run, token: TokenRow): TokenRow {
  const parent = run.parentOf(token);
  return parent && isLoopInstance(run, token) ? parent : token;
}

function refuseUnmovable(run: Run, token: TokenRow, first: TokenRow): void {
  if (token.parentId !== first.parentId) throw new CommandError('moveAcrossScopes', { tokenIds: [first.id, token.id] });
  const isInHandler = run.parentOf(token)?.kind !== 'scope';
  if (isInHandler || token.kind === 'compensation') throw new CommandError('moveNotPossible', { tokenId: token.id });
}

function needTarget(run: Run, from: TokenRow, elementId: string): Element {
  const target = findElement(run.graph, elementId);
  if (!target) throw new CommandError('moveTargetUnknown', { elementId });
  const scope = run.parentOf(from);
  if (target.scopeId !== scope?.elementId)
    throw new CommandError('moveTargetOutside', { elementId, scopeId: scope?.elementId ?? null });
  if (isUnsuitable(target)) throw new CommandError('moveTargetUnsuitable', { elementId, kind: target.kind });
  return target;
}

/** Elements that a flow cannot lead to, and joins, which would wait for tokens that never come. */
function isUnsuitable({ kind, activity, incoming }: Element): boolean {
  if (kind === 'boundaryEvent' || kind === 'eventSubProcess' || activity?.isForCompensation) return true;
  return kind === 'parallelGateway' && incoming.length > 1;
}
