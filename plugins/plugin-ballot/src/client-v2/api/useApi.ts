import { useFlowEngine } from '@nocobase/flow-engine';
import { useMemo } from 'react';
import { createBallotApi, type BallotApi } from './client';

/** The actions of this plugin, bound to the signed-in reader. */
export function useApi(): BallotApi {
  const { api } = useFlowEngine().context;
  return useMemo(() => createBallotApi(api), [api]);
}
