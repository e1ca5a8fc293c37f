import type { Variables } from '../../contract';
import { endInstance } from '../end';
import type { Run } from '../run';
import { mergeVariables } from '../variables';
import { refuseEnded } from './guards';
import { needRoot } from './root';

/** Writes process variables; conditional events look at them afterwards. */
export function setVariables(run: Run, variables: Variables): void {
  refuseEnded(run);
  mergeVariables(run, null, variables);
}

/** Ends everything at once; work outside is told to stop, nothing is compensated. */
export function cancelInstance(run: Run): void {
  refuseEnded(run);
  endInstance(run, needRoot(run), 'cancelled');
}
