import { useFlowEngine } from '@nocobase/flow-engine';
import { useMemo } from 'react';
import { createApi, type BpmnApi } from './client';

/** The actions of this plugin, bound to the signed-in reader. */
export function useApi(): BpmnApi {
  const { api } = useFlowEngine().context;
  return useMemo(() => createApi(api), [api]);
}
