import type { Json, Variables } from '@wuxin/bpmn-core';
import type { PlaceRef } from '../../common/api';
import { EMPTY_INSTANCE, placePathOf, titleOf } from '../commands';
import { snapshotParameters } from '../parameters';
import type { Tx } from '../runtime/tx';
import { InstanceSession, type InstanceRecord } from '../store';
import { CaseInMemory, type Caller } from './scratch-case';
import { MemoryRecord } from './scratch-record';
import type { TriedVersion } from './version-to-try';
import type { World } from './world';

export interface Beginning extends TriedVersion {
  readonly caseId: string;
  readonly processId: string;
  readonly placeId: string | null;
  readonly starter: { readonly id: number; readonly name: string } | null;
  readonly variables: Variables;
  readonly record: Record<string, Json>;
  readonly titleOfCaller?: string;
  readonly caller?: Caller;
}

/**
 * Begins a case in memory, as a start does in the tables. Values of parameters that nobody has confirmed hold here: a try-out is how
 * one finds out whether they are right.
 *
 * @throws bad input `place.notFound`; conflict `parameter.notFound`
 */
export async function begin(world: World, beginning: Beginning): Promise<CaseInMemory> {
  const { tx } = world;
  const { process, version, caller, caseId } = beginning;
  const placePath = await placePathOf(tx, beginning.placeId);
  const place = placePath.at(-1);
  const parameters = (await snapshotParameters(tx, version.record.parameterKeys, place?.id ?? null)).values;
  const title = titleOf(tx, { request: beginning, process, version }, { parameters, place });
  const record = recordOf(world, beginning, { title, place });
  const instance: InstanceRecord = {
    ...EMPTY_INSTANCE,
    id: caseId,
    processKey: process.key,
    processName: process.name,
    versionId: version.record.id,
    versionNumber: version.record.number,
    processId: beginning.processId,
    variables: {},
    parameters,
    businessKey: null,
    startKey: null,
    title,
    titleEn: null,
    recordCollection: process.recordCollection,
    recordId: record?.id ?? null,
    starterId: beginning.starter?.id ?? null,
    starterName: beginning.starter?.name ?? null,
    placeId: place?.id ?? null,
    placeName: place?.name ?? null,
    placePath,
    parentInstanceId: caller?.of.id ?? null,
    parentTokenId: caller?.tokenId ?? null,
    startedAt: world.now,
  };
  const begun = new CaseInMemory(caseId, InstanceSession.create(tx, instance), version, record, caller ?? null);
  world.add(begun);
  await world.move(begun, { type: 'start', variables: beginning.variables });
  return begun;
}

interface Known {
  readonly title: string;
  readonly place: PlaceRef | undefined;
}

/** A called case works on its caller's record where both are about the same collection. */
function recordOf(world: World, { process, caller, record: given }: Beginning, { title, place }: Known): MemoryRecord | null {
  const { recordCollection } = process;
  if (!recordCollection) return null;
  if (caller && caller.of.session.record.recordCollection === recordCollection) return caller.of.record;
  const collection = collectionOf(world.tx, recordCollection);
  if (!collection) return null;
  const record = new MemoryRecord(collection, world.newKey);
  record.write(given);
  if (collection.hasField('title')) record.write({ title });
  if (place && collection.hasField('place')) record.write({ place: place.id });
  return record;
}

const collectionOf = (tx: Tx, name: string) => (tx.db.hasCollection(name) ? tx.db.getCollection(name) : undefined);
