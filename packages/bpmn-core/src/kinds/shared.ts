import type { TokenRow } from '../contract';
import type { Run } from '../interpret/run';
import { entered } from '../interpret/tokens';
import { flagOf, type ModdleElement } from '../parse';

export const hasType =
  (...types: readonly string[]) =>
  (source: ModdleElement): boolean =>
    types.includes(source.$type);

export const isEventSubProcessSource = (source: ModdleElement): boolean => flagOf(source, 'triggeredByEvent');

/** An element that does nothing itself: the token is there and goes on. */
export function passThrough(run: Run, token: TokenRow): void {
  entered(run, token);
  run.push({ type: 'leave', tokenId: token.id });
}

/** An activity without work is done as soon as it begins. */
export function finishAtOnce(run: Run, token: TokenRow, variables = {}): void {
  run.push({ type: 'finish', tokenId: token.id, variables });
}
