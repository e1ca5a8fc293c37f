import { useCallback } from 'react';
import { useQuery, type Query } from '@wuxin/plugin-bpmn/client-v2';
import { useDesk } from './desk-context';

/** Asks as `useQuery` does, and again whenever the meeting on the desk has changed. */
export function useDeskQuery<T>(ask: () => Promise<T>): Query<T> {
  const { revision } = useDesk().desk;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- of another revision the same question has another answer
  return useQuery(useCallback(() => ask(), [ask, revision]));
}
