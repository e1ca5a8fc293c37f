import type { Graph } from '@wuxin/bpmn-core';
import { parametersUsed } from '@wuxin/feel';
import type { DrawingFacts } from '../../common/api';
import { expressionsOf } from '../../common/check';
import { draftFormUid } from '../../common/form';
import { decisionOverview } from '../decisions';
import { draftFormsAmong, readCollections } from '../forms';
import { parametersInForce } from '../parameters';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';

export interface FactsWanted {
  readonly graph: Graph;
  readonly processKey: string;
  readonly locale: Locale;
  /** Also parameters that the drawing does not read yet. */
  readonly isForEditor?: boolean;
}

/** What there is around a drawing that it may name; one look-up for each list. */
export async function drawingFacts(tx: Tx, { graph, processKey, locale, isForEditor }: FactsWanted): Promise<DrawingFacts> {
  const used = [...new Set(expressionsOf(graph).flatMap((expression) => parametersUsed(expression)))];
  const inForce = await parametersInForce(tx, isForEditor ? null : used, null);
  const processes = await tables.processes.select(tx, {}, { order: [['key', 'ASC']] });
  const recordCollection = graph.processes[processKey]?.settings.recordCollection ?? null;
  const fields = recordCollection === null ? undefined : readCollections(tx.db)(recordCollection)?.fields;
  const tasks = Object.values(graph.elements).filter(({ type }) => type === 'bpmn:UserTask');
  const uids = await draftFormsAmong(
    tx,
    tasks.map(({ id }) => draftFormUid(processKey, id)),
  );
  return {
    recordCollection,
    fields: fields ? [...fields.keys()] : null,
    forms: tasks.map(({ id }) => id).filter((id) => uids.has(draftFormUid(processKey, id))),
    parameters: [...inForce.values()].map(({ definition, isConfirmed }) => ({
      key: definition.key,
      name: locale === 'en-US' ? definition.nameEn : definition.name,
      isConfirmed,
    })),
    decisions: (await decisionOverview(tx, locale)).map(({ key }) => key),
    processes: processes.map(({ key, name, nameEn, publishedVersionId }) => ({
      key,
      name: locale === 'en-US' ? (nameEn ?? name) : name,
      isPublished: publishedVersionId !== null,
    })),
  };
}
