import { useFlowEngine } from '@nocobase/flow-engine';
import { useMemo } from 'react';
import { createNoticeApi, type NoticeApi } from './client';

/** The actions of notices, bound to the signed-in reader. */
export function useApi(): NoticeApi {
  const { api } = useFlowEngine().context;
  return useMemo(() => createNoticeApi(api), [api]);
}
