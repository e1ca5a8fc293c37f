import type { TokenRow } from '../contract';
import type { Run } from './run';

export function isEventSubProcess(run: Run, token: TokenRow): boolean {
  return run.element(token.elementId).kind === 'eventSubProcess';
}

/** The running (sub-)process that the token is in; handlers and instances are looked through. */
export function scopeOf(run: Run, token: TokenRow): TokenRow | null {
  let scope = run.parentOf(token);
  while (scope && scope.kind !== 'scope') scope = run.parentOf(scope);
  return scope;
}
