import type { Home, HomeProcedure } from '../../../common/api';
import { tables, type ProcessRecord } from '../../store';
import { openCases } from '../board';
import { levelScope } from '../deadline-view';
import { everyProcess } from '../inbox';
import { nameOfProcess, type Reader } from '../reader';
import { mayStartOneOf } from '../startable';
import { decisionsFor } from './decisions';
import { dutiesOf, oldestIncidents, type Rights } from './duties';
import { casesTakenPartIn, tasksToDo } from './own';

/**
 * The home page: each part comes from a right of the reader and is read with the scope of the page that it leads to. The number of
 * statements does not depend on how much there is.
 */
export async function home(reader: Reader, rights: Rights): Promise<Home> {
  const processes = await everyProcess(reader);
  return {
    todo: await tasksToDo(reader),
    cases: await casesTakenPartIn(reader),
    supervision: await supervisionOf(reader, processes),
    duties: await dutiesOf(reader, rights),
    incidents: await oldestIncidents(reader),
    decided: await decisionsFor(reader),
    mayStart: await mayStartOneOf(reader, processes),
  };
}

/** In the order of the keys of the procedures, so that no number decides who stands first. Index: `bpmn_instances_board`. */
async function supervisionOf(reader: Reader, processes: readonly ProcessRecord[]): Promise<HomeProcedure[] | null> {
  const { tx, isAdministrator, supervisedPlaceIds } = reader;
  if (!isAdministrator && supervisedPlaceIds.length === 0) return null;
  const counts = { near: levelScope('near', tx.now), overdue: levelScope('overdue', tx.now) };
  const groups = await tables.instances.groupBy(tx, ['processKey'], await openCases(reader), { counts, sample: 'id' });
  return processes.flatMap((process) => {
    const group = groups.find(({ processKey }) => processKey === process.key);
    if (!group) return [];
    const { count, near, overdue } = group;
    const processName = nameOfProcess(reader, process);
    return [{ processKey: process.key, processName, counts: { onTime: count - near - overdue, near, overdue } }];
  });
}
