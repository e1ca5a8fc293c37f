import type { CaseParameter } from '../../common/api';
import { viewParameters } from '../parameters';
import { forbidden, notFound } from '../runtime/errors';
import { tables, type InstanceRecord } from '../store';
import type { Reader } from './reader';

/** What a case started with, for who may correct it: an administrator. @throws not found `instance.notFound` */
export async function caseParameters(reader: Reader, instanceId: string): Promise<CaseParameter[]> {
  if (!reader.isAdministrator) throw forbidden('instance.administratorsOnly');
  const instance = await tables.instances.find(reader.tx, { id: instanceId });
  if (!instance) throw notFound('instance.notFound', { instanceId });
  return parametersOf(reader, instance);
}

/** Those that no pack defines any more are left out: nothing says what they may become. */
export async function parametersOf({ tx, locale }: Reader, { parameters, placeId }: InstanceRecord): Promise<CaseParameter[]> {
  const views = await viewParameters(tx, { keys: Object.keys(parameters), placeId, locale });
  return views.map((view) => ({ ...view, value: parameters[view.key] ?? null, valueInForce: view.value }));
}
