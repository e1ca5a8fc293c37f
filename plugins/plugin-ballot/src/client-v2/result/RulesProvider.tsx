import { useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { createContext, useCallback, useContext, type ReactNode } from 'react';
import type { RuleRow } from '../../common/api';
import { useApi } from '../api';

const RulesContext = createContext<readonly RuleRow[]>([]);

/** Asks for the voting rules once for everything on a page that names them. */
export function RulesProvider({ children }: { children: ReactNode }) {
  const api = useApi();
  const query = useQuery(useCallback(() => api.rules.list(), [api]));
  return <RulesContext.Provider value={query.status === 'ready' ? query.data : []}>{children}</RulesContext.Provider>;
}

/** All voting rules; empty until they are there. */
export const useRules = (): readonly RuleRow[] => useContext(RulesContext);

export const useRule = (key: string): RuleRow | undefined => useRules().find((rule) => rule.key === key);
