import { useCallback, useMemo, useState } from 'react';
import type { MigrationDeadlines, MigrationPlanView, MigrationRequest } from '../../common/api';
import { useApi, useQuery, type Query } from '../api';

/** What somebody has chosen of a plan; the server says what follows from it. */
export interface PlanChoices {
  query: Query<MigrationPlanView>;
  chooseElement: (elementId: string, targetId: string | null) => void;
  chooseFlow: (flowId: string, targetId: string) => void;
  /** Only cases that stand here; undefined: all. */
  at: string | undefined;
  chooseAt: (elementId: string | undefined) => void;
  deadlines: MigrationDeadlines;
  chooseDeadlines: (deadlines: MigrationDeadlines) => void;
  flows: Readonly<Record<string, string>>;
}

/** The proposal between two versions with what is chosen in it; other versions begin anew (give the hook a key). */
export function useMigrationPlan(key: string, { from, to }: { from: number; to: number }): PlanChoices {
  const api = useApi();
  const [chosen, setChosen] = useState<Record<string, string | null>>({});
  const [flows, setFlows] = useState<Record<string, string>>({});
  const [at, chooseAt] = useState<string | undefined>(undefined);
  const [deadlines, chooseDeadlines] = useState<MigrationDeadlines>('kept');
  const query = useQuery(useCallback(() => api.processes.migrationPlan(key, { from, to, chosen }), [api, key, from, to, chosen]));
  const chooseElement = useCallback(
    (elementId: string, targetId: string | null) => setChosen((before) => ({ ...before, [elementId]: targetId })),
    [],
  );
  const chooseFlow = useCallback(
    (flowId: string, targetId: string) => setFlows((before) => ({ ...before, [flowId]: targetId })),
    [],
  );
  return { query, chooseElement, chooseFlow, at, chooseAt, deadlines, chooseDeadlines, flows };
}

/** What is previewed and migrated; the same object as long as nothing was changed. */
export function useMigrationRequest(
  plan: MigrationPlanView,
  { at, deadlines, flows }: Pick<PlanChoices, 'at' | 'deadlines' | 'flows'>,
): MigrationRequest {
  return useMemo(
    () => ({
      from: plan.from.number,
      to: plan.to.number,
      mapping: { elements: plan.mapping.elements, flows: { ...plan.mapping.flows, ...flows } },
      deadlines,
      at,
    }),
    [plan, at, deadlines, flows],
  );
}
