import type { Graph } from '@wuxin/bpmn-core';
import { BpmnError } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { loadVersion } from '../versions';

/** The graph that a version stands for; undefined where the version is not there. */
export async function knownGraph(tx: Tx, versionId: string): Promise<Graph | undefined> {
  try {
    return (await loadVersion(tx, versionId)).graph;
  } catch (error) {
    if (error instanceof BpmnError && error.code === 'version.notFound') return undefined;
    throw error;
  }
}
