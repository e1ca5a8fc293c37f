import { Op } from 'sequelize';
import type { HomeDuty, IncidentRow } from '../../../common/api';
import { findProposals, parametersInForce } from '../../parameters';
import { tables } from '../../store';
import { openIncidents } from '../incidents';
import type { Reader } from '../reader';

/** What the reader's roles let them look after. */
export interface Rights {
  readonly mayKeepParameters: boolean;
}

const MAX_INCIDENTS = 5;

/** What waits for an administrator: each with its number, also where that is none. */
export async function dutiesOf(reader: Reader, { mayKeepParameters }: Rights): Promise<HomeDuty[]> {
  return [...(reader.isAdministrator ? await ofProcesses(reader) : []), ...(mayKeepParameters ? await ofParameters(reader) : [])];
}

async function ofProcesses({ tx }: Reader): Promise<HomeDuty[]> {
  return [
    { kind: 'incidents', count: await tables.incidents.count(tx, { status: 'open' }) },
    { kind: 'processDrafts', count: await tables.processes.count(tx, { draftVersionId: { [Op.ne]: null } }) },
  ];
}

async function ofParameters({ tx }: Reader): Promise<HomeDuty[]> {
  const parameters = [...(await parametersInForce(tx, null, null)).values()];
  return [
    { kind: 'unconfirmedParameters', count: parameters.filter(({ isConfirmed }) => !isConfirmed).length },
    { kind: 'proposals', count: (await findProposals(tx, null)).length },
  ];
}

export async function oldestIncidents(reader: Reader): Promise<IncidentRow[]> {
  return reader.isAdministrator ? openIncidents(reader, { limit: MAX_INCIDENTS }) : [];
}
