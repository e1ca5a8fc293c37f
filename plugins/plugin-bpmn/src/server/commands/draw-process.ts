import type { Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { badInput } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { newProcessXml } from '../versions';
import { deployProcess } from './deploy-process';

/**
 * Begins a process of which only the name and, perhaps, the record collection are known: a draft that starts, asks its starter and ends. Who
 * may: administrators. @throws bad input `process.nameMissing`, `process.unknownCollection`
 */
export async function drawProcess(
  tx: Tx,
  actor: Actor,
  { name: given, recordCollection, locale }: { name: string; recordCollection?: string; locale: Locale },
): Promise<{ processKey: string }> {
  mustHave(actor, 'design');
  const name = given.trim();
  if (!name) throw badInput('process.nameMissing');
  if (recordCollection !== undefined && !tx.db.hasCollection(recordCollection))
    throw badInput('process.unknownCollection', { collection: recordCollection });
  // an id of XML begins with a letter
  const key = `p${engineOf(tx.db).newId()}`;
  const { processKey } = await deployProcess(tx, actor, { xml: newProcessXml({ key, name, recordCollection, locale }), locale });
  return { processKey };
}
