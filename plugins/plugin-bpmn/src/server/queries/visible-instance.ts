import type { ReadCase } from '../documents';
import { forbidden, notFound } from '../runtime/errors';
import { tables, type InstanceRecord } from '../store';
import type { Reader } from './reader';
import { mayCopy, takesPart, visibleTo } from './scopes';

/** An instance that the reader may see. One that they may not see is not there for them: its title may name people. */
export async function visibleInstance(reader: Reader, instanceId: string): Promise<InstanceRecord> {
  const instance = await tables.instances.find(reader.tx, visibleTo(reader, instanceId));
  if (!instance) throw notFound('instance.notFound', { instanceId });
  return instance;
}

/** The same, and whether the reader takes part in it. */
export async function readCase(reader: Reader, instanceId: string): Promise<ReadCase> {
  const instance = await visibleInstance(reader, instanceId);
  return { instance, takesPart: (await tables.instances.count(reader.tx, takesPart(reader, instanceId))) > 0 };
}

/** @throws not found `instance.notFound`; forbidden `cc.copyOnly` for who only has a copy themselves */
export async function mustCopy(reader: Reader, instanceId: string): Promise<void> {
  await visibleInstance(reader, instanceId);
  if ((await tables.instances.count(reader.tx, mayCopy(reader, instanceId))) === 0) throw forbidden('cc.copyOnly');
}
