import { useCallback, useEffect, useRef, useState } from 'react';
import { toFailure, type Failure } from './failure';

export type Query<T> =
  | { status: 'loading'; reload: () => void }
  | { status: 'failed'; failure: Failure; reload: () => void }
  | { status: 'ready'; data: T; isRefreshing: boolean; reload: () => void };

type Answer<T> = { data: T } | { failure: Failure } | null;

/**
 * Asks when mounted and whenever `ask` changes (memoise it). While a newer question is under way the older answer stays
 * on screen as `isRefreshing`; an answer that was overtaken is dropped.
 */
export function useQuery<T>(ask: () => Promise<T>): Query<T> {
  const [answer, setAnswer] = useState<Answer<T>>(null);
  const [isAsking, setIsAsking] = useState(true);
  const latest = useRef(0);

  const reload = useCallback(() => {
    const mine = ++latest.current;
    const isLatest = () => mine === latest.current;
    setIsAsking(true);
    ask()
      .then(
        (data) => isLatest() && setAnswer({ data }),
        (error: unknown) => isLatest() && setAnswer({ failure: toFailure(error) }),
      )
      .finally(() => isLatest() && setIsAsking(false));
  }, [ask]);

  useEffect(() => {
    reload();
    const counter = latest;
    return () => {
      counter.current += 1;
    };
  }, [reload]);

  if (answer === null || (isAsking && 'failure' in answer)) return { status: 'loading', reload };
  if ('failure' in answer) return { status: 'failed', failure: answer.failure, reload };
  return { status: 'ready', data: answer.data, isRefreshing: isAsking, reload };
}
