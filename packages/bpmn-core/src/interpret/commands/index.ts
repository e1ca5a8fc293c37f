import type { Command } from '../../contract';
import type { Run } from '../run';
import { cancelInstance, setVariables } from './instance';
import { completeActivity, throwErrorAt, throwEscalationAt } from './activity';
import { deliver, fireTimer } from './events';
import { addInstance, removeInstance } from './instances';
import { move } from './move';
import { retry } from './retry';
import { start } from './start';

/** Checks that the command is allowed and queues what it sets going. */
export function execute(run: Run, command: Command): void {
  switch (command.type) {
    case 'start':
      return start(run, command);
    case 'completeActivity':
      return completeActivity(run, command);
    case 'throwError':
      return throwErrorAt(run, command);
    case 'throwEscalation':
      return throwEscalationAt(run, command);
    case 'fireTimer':
      return fireTimer(run, command.subscriptionId);
    case 'deliverMessage':
      return deliver(run, 'message', command);
    case 'deliverSignal':
      return deliver(run, 'signal', command);
    case 'setVariables':
      return setVariables(run, command.variables);
    case 'retry':
      return retry(run, command.tokenId);
    case 'move':
      return move(run, command);
    case 'addInstance':
      return addInstance(run, command);
    case 'removeInstance':
      return removeInstance(run, command.tokenId);
    case 'cancel':
      return cancelInstance(run);
  }
}
