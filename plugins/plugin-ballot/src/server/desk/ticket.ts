import { forbidden, type Tx } from '@wuxin/plugin-bpmn';
import type { SignInTicket } from '../../common/api';
import { mayDo } from '../acts';
import { signInTicket } from '../attendance';
import type { Who } from '../rights';
import { readAsStaff } from './read';

/** The sign-in code of this minute, for whoever looks after attendance. */
export async function ticketOnWall(tx: Tx, who: Who, id: string): Promise<SignInTicket> {
  const { meeting, posts, roll } = await readAsStaff(tx, who, id);
  if (!mayDo(who, posts, { meeting, roll }).includes('ballotAttendance:ticket')) throw forbidden('ballot.noTicketNow');
  return signInTicket(id, tx.now);
}
