import type { Request } from '@wuxin/plugin-bpmn';
import type { FillRollBody } from '../../common/api';
import { whoOf } from '../rights';
import { readEntries } from './collection';
import { refillRoll } from './draft';

/**
 * Entries out of a collection. Whoever fills it gets the rows that their roles let them read and no others; they are read before the
 * command begins, so that a long list holds nobody up.
 *
 * @throws what `readEntries` refuses
 */
export async function fillRoll(
  request: Request,
  meetingId: string,
  { unit, ...source }: FillRollBody,
): Promise<{ entries: number }> {
  const { engine } = request;
  const entries = await readEntries(engine, request, source);
  return engine.write((tx) => refillRoll(tx, whoOf(request), meetingId, { unit, entries, source }));
}
