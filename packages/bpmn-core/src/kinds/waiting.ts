import type { TokenRow } from '../contract';
import type { Element } from '../graph';
import type { Run } from '../interpret/run';
import { currentToken, entered, left } from '../interpret/tokens';

/** A token that waited at an event-based gateway goes to the event that happened first. */
export function moveToEvent(run: Run, token: TokenRow, element: Element): void {
  if (token.elementId === element.id) return;
  left(run, token, run.element(token.elementId));
  run.tokens.update({ ...currentToken(run, token), elementId: element.id });
  entered(run, { ...token, elementId: element.id });
}
