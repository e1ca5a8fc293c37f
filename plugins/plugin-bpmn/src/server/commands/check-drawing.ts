import { parametersUsed } from '@wuxin/feel';
import type { Problem } from '../../common/api';
import { readCollections } from '../forms';
import { parametersInForce } from '../parameters';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { adviceOn, checkXml, expressionsOf, type Checked } from '../versions';

/** What an editor says of a drawing: what keeps it from being published, and what its author should look at. */
export async function checkDrawing(tx: Tx, xml: string, locale: Locale): Promise<Checked> {
  const checked = await checkXml(tx, xml, locale);
  if (!checked.graph) return checked;
  const { graph, processKey } = checked;
  const used = [...new Set(expressionsOf(graph).flatMap((expression) => [...parametersUsed(expression)]))];
  const parameters = new Set((await parametersInForce(tx, used, null)).keys());
  const collection = graph.processes[processKey]?.settings.recordCollection;
  const fields = collection ? readCollections(tx.db)(collection)?.fields : undefined;
  const advice: Problem[] = adviceOn(graph, { fields: fields ? new Set(fields.keys()) : null, parameters }, locale);
  return { ...checked, problems: [...checked.problems, ...advice] };
}
