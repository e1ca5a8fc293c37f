import type { ReactNode } from 'react';
import type { Query } from '../api';
import { FailureState, PageSkeleton } from './states';

export interface LoadedProps<T> {
  query: Query<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Shows the skeleton, the failure or the data of a query. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  if (query.status === 'loading') return <>{skeleton ?? <PageSkeleton />}</>;
  if (query.status === 'failed') return <FailureState failure={query.failure} onRetry={query.reload} />;
  return (
    <div aria-busy={query.isRefreshing} style={query.isRefreshing ? { opacity: 0.6 } : undefined}>
      {children(query.data)}
    </div>
  );
}
