import type { TokenRow, Variables } from '../contract';
import { mergeLayers } from '../json';
import type { Run } from './run';

/** What an expression at this token sees: the process's variables under those of every scope on the way down to it. */
export function visibleVariables(run: Run, tokenId: string | null): Variables {
  const layers: Variables[] = [];
  for (let token = find(run, tokenId); token; token = run.parentOf(token)) {
    if (Object.keys(token.variables).length > 0) layers.unshift(token.variables);
  }
  return mergeLayers([run.instance.variables, ...layers]);
}

/**
 * Writes each variable where its name is already defined nearest up the scope chain, beginning at the token itself, else
 * in the process scope. Snapshots that compensation handlers see are never written to.
 */
export function mergeVariables(run: Run, tokenId: string | null, variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) {
    const owner = definitionOf(run, tokenId, name);
    if (owner) run.tokens.update({ ...owner, variables: { ...owner.variables, [name]: value } });
    else run.instance = { ...run.instance, variables: { ...run.instance.variables, [name]: value } };
    run.variablesChanged = true;
  }
}

function definitionOf(run: Run, tokenId: string | null, name: string): TokenRow | null {
  for (let token = find(run, tokenId); token; token = run.parentOf(token)) {
    if (token.kind !== 'compensation' && Object.hasOwn(token.variables, name)) return token;
  }
  return null;
}

function find(run: Run, tokenId: string | null): TokenRow | null {
  return tokenId === null ? null : (run.tokens.get(tokenId) ?? null);
}
