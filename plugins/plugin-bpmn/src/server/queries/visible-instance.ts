import { notFound } from '../runtime/errors';
import { tables, type InstanceRecord } from '../store';
import type { Reader } from './reader';
import { visibleTo } from './scopes';

/** An instance that the reader may see. One that they may not see is not there for them: its title may name people. */
export async function visibleInstance(reader: Reader, instanceId: string): Promise<InstanceRecord> {
  const instance = await tables.instances.find(reader.tx, visibleTo(reader, instanceId));
  if (!instance) throw notFound('instance.notFound', { instanceId });
  return instance;
}
