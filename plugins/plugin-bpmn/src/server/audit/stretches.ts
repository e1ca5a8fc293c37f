import type { Graph, Json } from '@wuxin/bpmn-core';
import { z } from 'zod';
import type { HistoryRecord } from '../store';

/** The history of a case while it was one of the same version: until it was migrated, or until now. */
export interface Stretch {
  /** Undefined when the version is not there. */
  readonly graph: Graph | undefined;
  readonly history: readonly HistoryRecord[];
  /** By flow, how many tokens waited at joins when it began. */
  readonly waitingBefore: ReadonlyMap<string, number>;
  /** The same when it ended; undefined for the last one, which has not. */
  readonly waitingAfter: ReadonlyMap<string, number> | undefined;
}

const counts = z.record(z.string(), z.number()).catch({});
const Migrated = z.object({ fromVersionId: z.string().catch(''), waitedBy: counts, waitingBy: counts });

/** The versions that a case was of before. */
export function formerVersionIds(history: readonly HistoryRecord[]): string[] {
  return history.filter(isMigration).map(({ data }) => Migrated.parse(data).fromVersionId);
}

/** @param graphOf of a version that the case was of before */
export function stretchesOf(
  history: readonly HistoryRecord[],
  { graph, graphOf }: { readonly graph: Graph | undefined; readonly graphOf: (versionId: string) => Graph | undefined },
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let rows: HistoryRecord[] = [];
  let waitingBefore: Stretch['waitingBefore'] = new Map();
  for (const row of history) {
    if (isMigration(row)) {
      const { fromVersionId, waitedBy, waitingBy } = Migrated.parse(row.data);
      const waitingAfter = new Map(Object.entries(waitedBy));
      stretches.push({ graph: graphOf(fromVersionId), history: rows, waitingBefore, waitingAfter });
      rows = [];
      waitingBefore = new Map(Object.entries(waitingBy));
    }
    rows.push(row);
  }
  return [...stretches, { graph, history: rows, waitingBefore, waitingAfter: undefined }];
}

const isMigration = ({ kind }: { readonly kind: string; readonly data: Readonly<Record<string, Json>> }) =>
  kind === 'instanceMigrated';

/** The version that a case was of at a number of its history. */
export function graphAsOf(stretches: readonly Stretch[], sequence: number): Graph | undefined {
  const stretch = stretches.find(({ history }) => (history.at(-1)?.sequence ?? -1) >= sequence);
  return (stretch ?? stretches.at(-1))?.graph;
}
