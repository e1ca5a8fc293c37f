import { sealOf, type Sodium } from '@wuxin/ballot-box';
import { conflict, notFound, type ReadTx } from '@wuxin/plugin-bpmn';
import { stateOf } from './store';

interface Slip {
  readonly meetingId: string;
  /** As it is printed: see `readCode`. */
  readonly code: string;
}

/**
 * The slip may vote: it was drawn for this meeting, and was neither given back for a paper ballot nor replaced.
 *
 * @throws `ballot.codeUnknown`, `ballot.slipExchanged`, `ballot.slipReplaced`
 */
export async function requireInUse(tx: ReadTx, sodium: Sodium, { meetingId, code }: Slip): Promise<void> {
  const state = await stateOf(tx, meetingId, sealOf(sodium, meetingId, code));
  switch (state) {
    case 'valid':
      return;
    case 'exchanged':
      throw conflict('ballot.slipExchanged');
    case 'replaced':
      throw conflict('ballot.slipReplaced');
    case undefined:
      throw notFound('ballot.codeUnknown');
  }
}
