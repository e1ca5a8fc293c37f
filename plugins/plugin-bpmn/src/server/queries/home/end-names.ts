import { Op } from 'sequelize';
import { tables } from '../../store';
import { elementNameIn, loadVersion } from '../../versions';
import type { Reader } from '../reader';
import type { DecidedCase } from './decided-rows';

/** An end is among the last events of its case; what came after, such as a copy that was sent, is a few more. */
const LAST_EVENTS = 20;

/** What the ends are called that completed cases came to: "已备案". Of those without a name there is none. */
export async function endNames({ tx, locale }: Reader, ended: readonly DecidedCase[]): Promise<ReadonlyMap<string, string>> {
  const completed = ended.filter(({ status }) => status !== 'cancelled');
  const last = completed.map(({ id: instanceId, historySequence }) => ({
    instanceId,
    sequence: { [Op.gt]: historySequence - LAST_EVENTS },
  }));
  if (last.length === 0) return new Map();
  const columns = ['instanceId', 'elementId', 'elementName'] as const;
  const left = await tables.history.selectColumns(
    tx,
    columns,
    { kind: 'elementLeft', [Op.or]: last },
    { order: [['sequence', 'ASC']] },
  );
  const names = new Map<string, string>();
  for (const { id, versionId } of completed) {
    const { graph } = await loadVersion(tx, versionId);
    for (const { instanceId, elementId, elementName } of left) {
      const element = elementId === null ? undefined : graph.elements[elementId];
      if (instanceId !== id || element?.type !== 'bpmn:EndEvent' || element.name === null) continue;
      names.set(id, elementNameIn(locale, graph, element.id, elementName ?? element.name));
    }
  }
  return names;
}
