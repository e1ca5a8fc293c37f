import { BallotBoxError } from '@wuxin/ballot-box';
import { BpmnError } from '@wuxin/plugin-bpmn';

/** What ballot-box refuses, as actions answer it; it says itself what is wrong. Anything else stays what it is. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof BallotBoxError)) return error;
  const { code, data, messages } = error as BallotBoxError; // of any of its codes
  return new BpmnError(`ballot.${code}`, code === 'box.markTwice' ? 409 : 400, data, { messages });
}
