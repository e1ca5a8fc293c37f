import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import type { Query } from '../api';
import { useT } from '../i18n';
import { EmptyNote, FailureAlert, PageSkeleton } from '../shared';

export interface BlockLoadedProps<Data> {
  query: Query<Data>;
  children: (data: Data) => ReactNode;
}

/** The same as `Loaded` in little room; who may not look is told so, without a mark of something broken. */
export function BlockLoaded<Data>({ query, children }: BlockLoadedProps<Data>) {
  const t = useT();
  if (query.status === 'loading') return <PageSkeleton rows={3} />;
  if (query.status === 'ready') return <>{children(query.data)}</>;
  const { failure, reload } = query;
  if (failure.kind === 'forbidden' || failure.kind === 'notFound')
    return <EmptyNote title={t('block.notForYou')} hint={failure.message ?? t('block.notForYouHint')} />;
  return (
    <Flex vertical gap="small" align="flex-start">
      <FailureAlert failure={failure} />
      <Button onClick={reload}>{t('common.retry')}</Button>
    </Flex>
  );
}
