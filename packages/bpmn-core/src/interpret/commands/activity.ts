import type { Command } from '../../contract';
import type { Run } from '../run';
import { needWaiting } from './guards';

type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** From: work that is waiting. Merges the result and moves on; never touches other tokens of the same activity. */
export function completeActivity(run: Run, { tokenId, variables }: CommandOf<'completeActivity'>): void {
  needWaiting(run, tokenId);
  run.push({ type: 'finish', tokenId, variables });
}

/** From: work that is waiting. An error that nothing catches stops the token with an incident; `retry` opens the work again. */
export function throwErrorAt(run: Run, { tokenId, errorCode, variables }: CommandOf<'throwError'>): void {
  needWaiting(run, tokenId);
  run.push({ type: 'throw', tokenId, thrown: { kind: 'error', code: errorCode, variables } });
}

/** From: work that is waiting. The work goes on unless what catches the escalation interrupts it. */
export function throwEscalationAt(run: Run, { tokenId, escalationCode, variables }: CommandOf<'throwEscalation'>): void {
  needWaiting(run, tokenId);
  run.push({ type: 'throw', tokenId, thrown: { kind: 'escalation', code: escalationCode, variables } });
}
