import type { ReadTx, Tx } from '@wuxin/plugin-bpmn';
import { columnIn, readUnlogged, tableIn, writeUnlogged, type SlipRecord } from '../store';

export async function stateOf(tx: ReadTx, meetingId: string, seal: string): Promise<SlipRecord['state'] | undefined> {
  const [id, meeting, state] = [columnIn(tx, 'slips', 'id'), columnIn(tx, 'slips', 'meetingId'), columnIn(tx, 'slips', 'state')];
  const sql = `SELECT ${state} AS "state" FROM ${tableIn(tx, 'slips')} WHERE ${id} = $1 AND ${meeting} = $2`;
  return (await readUnlogged<Pick<SlipRecord, 'state'>>(tx, sql, [seal, meetingId]))[0]?.state;
}

export async function setState(tx: Tx, seal: string, state: SlipRecord['state']): Promise<void> {
  const sql = `UPDATE ${tableIn(tx, 'slips')} SET ${columnIn(tx, 'slips', 'state')} = $1 WHERE ${columnIn(tx, 'slips', 'id')} = $2`;
  await writeUnlogged(tx, sql, [state, seal]);
}
