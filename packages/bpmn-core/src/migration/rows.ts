import type { CompensationRow, TokenRow } from '../contract';
import { findElement, type Graph } from '../graph';
import { isJsonObject, textAt } from '../json';
import { isCompensable } from '../interpret/records';
import { rootIdOf } from '../interpret/commands/root';
import type { Run } from '../interpret/run';

/** A token with what it is in. */
export interface Placed {
  readonly token: TokenRow;
  readonly parent: TokenRow | null;
}

/** All tokens of an instance, outermost first. */
export function allTokens(run: Run): readonly Placed[] {
  const root = run.tokens.get(rootIdOf(run.instance.id));
  const found: Placed[] = root ? [{ token: root, parent: null }] : [];
  for (const { token } of found) {
    if (holdsTokens(token)) for (const child of run.tokens.inGroup(token.id)) found.push({ token: child, parent: token });
  }
  return found;
}

function holdsTokens({ kind }: TokenRow): boolean {
  return kind === 'scope' || kind === 'multiInstance' || kind === 'compensation';
}

/** What completed inside these tokens and could be compensated, at any depth. */
export function allCompensations(run: Run, source: Graph, placed: readonly Placed[]): readonly CompensationRow[] {
  const mayHold = placed.filter(({ token }) => {
    const element = findElement(source, token.elementId);
    return (token.kind === 'scope' || token.kind === 'multiInstance') && element !== undefined && isCompensable(element);
  });
  const found = mayHold.flatMap(({ token }) => run.compensations.inGroup(token.id));
  for (const record of found) {
    const element = findElement(source, record.elementId);
    if (element?.scope || element?.activity?.loop) found.push(...run.compensations.inGroup(record.id));
  }
  return found;
}

/** The step at which a failed token stopped; null for one that has not failed. */
export function failedStep({ status, data }: TokenRow): { readonly type: string; readonly subscriptionId: string | null } | null {
  if (status !== 'failed' || !isJsonObject(data.failure) || !isJsonObject(data.failure.step)) return null;
  const { step } = data.failure;
  return { type: textAt(step, 'type') ?? 'enter', subscriptionId: textAt(step, 'subscriptionId') };
}

/** It has arrived at its element and could not begin: nothing of the element has happened yet. */
export function hasNotBegun(token: TokenRow): boolean {
  return failedStep(token)?.type === 'enter';
}
