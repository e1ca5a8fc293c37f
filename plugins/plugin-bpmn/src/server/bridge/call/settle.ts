import type { Element, Json, Variables } from '@wuxin/bpmn-core';
import { endWork, mustRun, openInstance, save } from '../../commands';
import { SYSTEM } from '../../runtime/actor';
import type { Tx } from '../../runtime/tx';
import { placeOf, tables } from '../../store';
import { elementOf, loadVersion } from '../../versions';
import type { Call } from './call-job';

/** The task gets what the workflow's Output node gave: under the `resultVariable` of its settings, or one variable for each property. */
export async function completeWork(tx: Tx, tokenId: string, call: Call, output: Json): Promise<void> {
  const element = await elementFor(tx, tokenId, call);
  if (!element) return;
  await endWork(tx, SYSTEM, {
    type: 'completeActivity',
    tokenId,
    variables: variablesOf(output, element.settings.config?.resultVariable),
  });
}

function variablesOf(output: Json, resultVariable: string | undefined): Variables {
  if (resultVariable) return { [resultVariable]: output };
  if (output === null) return {};
  return isObject(output) ? output : { result: output };
}

const isObject = (value: Json): value is Variables => typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Failure {
  readonly code: 'workflow.notFound' | 'workflow.failed';
  readonly data: Readonly<Record<string, Json>>;
}

/**
 * The workflow failed. An element that names an `errorCode` in its settings has said how the process goes on: as a BPMN error.
 * Otherwise it is an incident, and retrying that begins the work again with a workflow of its own.
 */
export async function failWork(tx: Tx, tokenId: string, call: Call, failure: Failure): Promise<void> {
  const element = await elementFor(tx, tokenId, call);
  if (!element) return;
  const errorCode = element.settings.config?.errorCode;
  if (errorCode) await endWork(tx, SYSTEM, { type: 'throwError', tokenId, errorCode, variables: {} });
  else await raise(tx, tokenId, element, failure);
}

async function raise(tx: Tx, tokenId: string, element: Element, { code, data }: Failure): Promise<void> {
  const token = await tables.tokens.find(tx, { id: tokenId });
  if (!token) return;
  const opened = await openInstance(tx, SYSTEM, token.instanceId, placeOf(token));
  if (opened.instance.endedAt !== null) return;
  mustRun(opened);
  const elementName = element.name ?? element.id;
  opened.unit.raise({ tokenId, elementId: element.id, elementName, code, data: { ...data, source: 'activity' } });
  await save(opened);
}

/** The element while its token is there; undefined when the work was cancelled meanwhile. */
async function elementFor(tx: Tx, tokenId: string, { elementId }: Call): Promise<Element | undefined> {
  const token = await tables.tokens.find(tx, { id: tokenId });
  const instance = token && (await tables.instances.find(tx, { id: token.instanceId }));
  return instance && elementOf(await loadVersion(tx, instance.versionId), elementId);
}
