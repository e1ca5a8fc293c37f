import { useCallback } from 'react';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { EmptyState, Loaded, pageOf, useAddressFilter } from '../shared';
import { PagedStandIns } from './PagedStandIns';

const PAGE_SIZE = 20;

/** What is over, ended early or was cancelled: the latest first. */
export function PastStandIns({ scope }: { scope: 'own' | 'all' }) {
  const t = useT();
  const api = useApi();
  const { search } = useAddressFilter();
  const page = pageOf(search);
  const query = useQuery(
    useCallback(() => api.standIns.list({ scope, period: 'past', page, pageSize: PAGE_SIZE }), [api, scope, page]),
  );
  return (
    <Loaded query={query}>
      {(list) =>
        list.total === 0 ? (
          <EmptyState title={t('standIn.pastEmpty')} hint={t('standIn.pastEmptyHint')} />
        ) : (
          <PagedStandIns list={list} pageSize={PAGE_SIZE} onChanged={query.reload} />
        )
      }
    </Loaded>
  );
}
