import type { Actor } from '../runtime/actor';
import { badInput, conflict } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { executableXml } from '../versions';
import { checkDrawing } from './check-drawing';
import { keepDraft, parametersOf } from './deploy-process';

/**
 * Opens a file of another program in the designer: it becomes the draft of a process of its own, whatever is wrong with it; what cannot run
 * is said at its element, and publishing refuses it. Who may: administrators. Never: touches a process that is there already.
 *
 * @throws conflict `process.keyTaken`; bad input `process.noProcess`, `bpmn.*` for what is no BPMN
 */
export async function importDrawing(
  tx: Tx,
  actor: Actor,
  { xml: given, locale }: { xml: string; locale: Locale },
): Promise<{ processKey: string }> {
  mustHave(actor, 'design');
  const xml = executableXml(given);
  const { processKey: key, graph, drawn } = await checkDrawing(tx, xml, locale);
  if (key === null) throw badInput('process.noProcess');
  const known = await tables.processes.find(tx, { key });
  if (known) throw conflict('process.keyTaken', { key, name: known.name });
  const process = {
    key,
    name: drawn.processes[key]?.name ?? key,
    nameEn: null,
    recordCollection: null,
    publishedVersionId: null,
    draftVersionId: null,
    createdAt: tx.now,
  };
  await tables.processes.insert(tx, [process]);
  await keepDraft(tx, actor, process, { xml, note: null, parameterKeys: graph ? parametersOf(graph) : [] });
  return { processKey: key };
}
