import { Button, Empty, Result, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../api';
import { useT, type TextKey } from '../i18n';

export interface EmptyStateProps {
  title: string;
  /** What will appear here, and when. */
  hint: string;
  children?: ReactNode;
}

/** Nothing there: says what will appear here. */
export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <strong>{title}</strong>
          <br />
          {hint}
        </>
      }
    >
      {children}
    </Empty>
  );
}

const TITLE: Record<Failure['kind'], TextKey> = {
  forbidden: 'failure.forbidden',
  notFound: 'failure.notFound',
  conflict: 'failure.conflict',
  refused: 'failure.refused',
  offline: 'failure.offline',
  broken: 'failure.broken',
};
const HINT: Record<Failure['kind'], TextKey> = {
  forbidden: 'failure.forbiddenHint',
  notFound: 'failure.notFoundHint',
  conflict: 'failure.conflictHint',
  refused: 'failure.refusedHint',
  offline: 'failure.offlineHint',
  broken: 'failure.brokenHint',
};
const PICTURE: Record<Failure['kind'], '403' | '404' | 'warning' | 'error'> = {
  forbidden: '403',
  notFound: '404',
  conflict: 'warning',
  refused: 'warning',
  offline: 'error',
  broken: 'error',
};

/** What went wrong and what the reader can do about it. */
export function FailureState({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const t = useT();
  const mayHelpToRetry = failure.kind !== 'forbidden' && failure.kind !== 'notFound';
  return (
    <div role="alert">
      <Result
        status={PICTURE[failure.kind]}
        title={t(TITLE[failure.kind])}
        subTitle={failure.message ?? t(HINT[failure.kind])}
        extra={
          mayHelpToRetry ? (
            <Button type="primary" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          ) : null
        }
      />
    </div>
  );
}

/** The outline of a page while its answer is under way. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  const t = useT();
  return (
    <div role="status" aria-label={t('common.loading')}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}
