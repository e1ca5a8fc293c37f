import { findElement, type Variables } from '@wuxin/bpmn-core';
import { z } from 'zod';
import type { PlaceRef } from '../../common/api';
import { SYSTEM } from '../runtime/actor';
import { conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type InstanceRecord, type JobRecord } from '../store';
import { loadVersion } from '../versions';
import { moveTokens, openInstance, save } from './opened-instance';
import { startInstance, type StartRequest } from './start-instance';

const values = z.record(z.string(), z.unknown()).transform((value) => value as Variables); // jobs hold JSON

const Call = z.object({
  tokenId: z.string(),
  calledElement: z.string(),
  variables: z.object({ record: values.optional(), place: z.union([z.string(), z.number()]).optional() }).catchall(z.unknown()),
});

const Cancelled = z.object({ tokenId: z.string() });

const keyOfCall = (tokenId: string) => `call:${tokenId}`;

/**
 * Starts the instance that a call activity waits for: a process of the same file, in the caller's version, or the published
 * version of another process. It has the caller's starter, place and record; a process about another collection gets a record of
 * its own. Once, whatever dies: the calling token is its key.
 *
 * The inputs `record` and `place` of the call are no variables: the first fills the fields of that record, the second is the id of the
 * place at which the called case lies. The called process's own rule names the
 * case (`wuxin:title`); without one it is called like its caller.
 */
export async function startCalledInstance(tx: Tx, job: JobRecord): Promise<void> {
  const { tokenId, calledElement, variables: inputs } = Call.parse(job.payload);
  const { record, place, ...variables } = inputs;
  const caller = job.instanceId ? await tables.instances.find(tx, { id: job.instanceId }) : undefined;
  const token = await tables.tokens.find(tx, { id: tokenId });
  if (!caller || !token) return;
  if (caller.status === 'suspended') throw conflict('instance.suspended', { instanceId: caller.id });
  const { graph } = await loadVersion(tx, caller.versionId);
  const isSameFile = Object.hasOwn(graph.processes, calledElement);
  const processKey = isSameFile ? caller.processKey : calledElement;
  const process = await tables.processes.find(tx, { key: processKey });
  await startInstance(tx, SYSTEM, {
    processKey,
    ...(isSameFile ? { versionId: caller.versionId, processId: calledElement } : {}),
    titleOfCaller: caller.title,
    titleEn: titleEnOf(caller, findElement(graph, token.elementId)?.settings.nameEn),
    placeId: place === undefined ? caller.placeId : String(place),
    startKey: keyOfCall(tokenId),
    variables: variables as Variables, // jobs hold JSON
    record,
    recordId: process?.recordCollection === caller.recordCollection ? caller.recordId : null,
    parent: { instanceId: caller.id, tokenId },
    starter: starterOf(caller),
  });
}

/** The title of the caller and what the call is called in English, with the place where that is another one. */
function titleEnOf({ title, titleEn, placeId }: InstanceRecord, nameEn: string | undefined): StartRequest['titleEn'] {
  if (nameEn === undefined) return undefined;
  const at = (place: PlaceRef | undefined) => (place && place.id !== placeId ? `${place.name}, ` : '');
  return { ofCaller: titleEn, ofCall: (place) => `${titleEn ?? title}: ${at(place)}${nameEn}` };
}

function starterOf({ starterId, starterName }: InstanceRecord) {
  return starterId === null ? undefined : { id: starterId, name: starterName ?? '' };
}

/** Ends the called instance of a call activity that was left another way. */
export async function cancelCalledInstance(tx: Tx, job: JobRecord): Promise<void> {
  const child = await tables.instances.find(tx, { startKey: keyOfCall(Cancelled.parse(job.payload).tokenId) });
  if (!child || child.endedAt !== null) return;
  const opened = await openInstance(tx, SYSTEM, child.id);
  opened.unit.record({ kind: 'instanceCancelled', actor: SYSTEM, data: { code: 'call.cancelled' } });
  await moveTokens(opened, { type: 'cancel' });
  await save(opened);
}
