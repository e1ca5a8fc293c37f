import type { DecisionTable } from '@wuxin/decision';
import { useCallback, useMemo, useReducer, useState } from 'react';
import type { DecisionProblemView, DecisionTrial } from '../../common/api';
import { tableIn } from '../../common/decisions';
import { useApi, useCommand, useQuery, type Failure, type Query } from '../api';
import { useLanguage } from '../i18n';
import { useDebounced } from '../shared';
import { edited, type Edit } from './draft';

const CHECK_PAUSE_IN_MS = 500;
const NO_PROBLEMS: DecisionProblemView[] = [];
const NO_HITS: string[] = [];

export interface Trial {
  run: (values: unknown[]) => Promise<unknown>;
  result: DecisionTrial | null;
  hitRuleIds: string[];
  isRunning: boolean;
  failure: Failure | null;
}

export interface DecisionEditor {
  draft: DecisionTable;
  /** The draft in the reader's language. */
  shown: DecisionTable;
  edit: (edit: Edit) => void;
  isChanged: boolean;
  check: Query<DecisionProblemView[]>;
  problems: DecisionProblemView[];
  trial: Trial;
}

/** A table while it is edited: checked by the server after each pause in typing, tried on demand. */
export function useDecisionEditor(table: DecisionTable): DecisionEditor {
  const api = useApi();
  const language = useLanguage();
  const [draft, change] = useReducer((before: DecisionTable, made: Edit) => edited(before, made, language), table);
  const settled = useDebounced(draft, CHECK_PAUSE_IN_MS);
  const check = useQuery(useCallback(() => api.decisions.check(settled), [api, settled]));
  const [result, setResult] = useState<DecisionTrial | null>(null);
  const attempt = useCommand(useCallback((values: unknown[]) => api.decisions.try(draft, values), [api, draft]));
  const edit = useCallback((made: Edit) => {
    change(made);
    setResult(null); // it was about the rules before
  }, []);
  const { run: ask, isRunning, failure } = attempt;
  const run = useCallback(
    async (values: unknown[]) => {
      const answer = await ask(values);
      setResult(answer?.value ?? null);
    },
    [ask],
  );
  return {
    draft,
    shown: useMemo(() => tableIn(language, draft), [language, draft]),
    edit,
    isChanged: JSON.stringify(draft) !== JSON.stringify(table),
    check,
    problems: check.status === 'ready' ? check.data : NO_PROBLEMS,
    trial: { run, result, hitRuleIds: result?.hits.map(({ ruleId }) => ruleId) ?? NO_HITS, isRunning, failure },
  };
}
