import {
  AddressPages,
  DataTable,
  EmptyState,
  Loaded,
  Muted,
  PageFrame,
  pageOf,
  SearchInput,
  TextLink,
  ToneTag,
  useAddressFilter,
  useIsPhone,
  useQuery,
  type DataColumn,
} from '@wuxin/plugin-bpmn/client-v2';
import { App, Flex, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { CollectionList, CollectionRow } from '../../common/api';
import { useApi } from './api';
import { BeginCollection } from './BeginCollection';
import { paths } from './paths';
import { COLLECTION_STATUSES, COLLECTION_TEXT, COLLECTION_TONE, useT } from './texts';

const PAGE_SIZE = 20;

function useColumns(): DataColumn<CollectionRow>[] {
  const t = useT();
  return useMemo(
    () => [
      {
        key: 'title',
        title: t('opinion.page.titleColumn'),
        maxWidth: 360,
        render: ({ id, title, number }) => (
          <>
            <TextLink to={paths.desk(id)}>{title}</TextLink>
            <br />
            <Muted small>{number}</Muted>
          </>
        ),
      },
      {
        key: 'status',
        title: t('opinion.page.statusColumn'),
        render: ({ status }) => <ToneTag tone={COLLECTION_TONE[status]}>{t(COLLECTION_TEXT[status])}</ToneTag>,
      },
      {
        key: 'undecided',
        title: t('opinion.page.undecided'),
        render: ({ counts, status }) =>
          counts.received > 0 && status !== 'cancelled' ? (
            <ToneTag tone="warning">{t('opinion.page.undecidedOf', { received: counts.received, total: counts.total })}</ToneTag>
          ) : (
            t('opinion.page.allDecidedOf', { total: counts.total })
          ),
      },
      {
        key: 'days',
        title: t('opinion.page.days'),
        render: ({ opensOn, closesOn }) =>
          opensOn === null || closesOn === null ? t('opinion.page.noDays') : t('opinion.page.fromUntil', { opensOn, closesOn }),
      },
      { key: 'place', title: t('objection.page.place'), render: ({ place }) => place?.name ?? '—' },
    ],
    [t],
  );
}

function Collections({ list, isFiltered }: { list: CollectionList; isFiltered: boolean }) {
  const t = useT();
  const columns = useColumns();
  if (list.rows.length === 0) {
    return isFiltered ? (
      <EmptyState title={t('opinion.page.noneFound')} hint={t('opinion.page.noneFoundHint')} />
    ) : (
      <EmptyState
        title={t('opinion.page.none')}
        hint={t(list.mayBegin ? 'opinion.page.noneBeginHint' : 'opinion.page.noneHint')}
      />
    );
  }
  return (
    <Flex vertical gap="middle">
      <DataTable label={t('opinion.page.list')} columns={columns} rows={list.rows} rowKey={({ id }) => id} />
      <AddressPages pageSize={PAGE_SIZE} total={list.total} />
    </Flex>
  );
}

/** 意见征集: the collections of the notices that somebody staffs, and how many opinions wait in them. */
export function CollectionsPage() {
  const t = useT();
  const api = useApi();
  const isPhone = useIsPhone();
  const { search, change } = useAddressFilter<'status'>();
  const [text, setText] = useState('');
  const [asked, page] = [search.get('status'), pageOf(search)];
  const status = COLLECTION_STATUSES.find((one) => one === asked);
  const query = useQuery(
    useCallback(
      () => api.list({ status: status ? [status] : [], search: text || undefined, page, pageSize: PAGE_SIZE }),
      [api, status, text, page],
    ),
  );
  return (
    <App>
      <PageFrame
        title={t('opinion.page.title')}
        subtitle={<Muted>{t('opinion.page.lead')}</Muted>}
        extra={query.status === 'ready' && query.data.mayBegin ? <BeginCollection /> : null}
      >
        <Flex vertical gap="middle">
          <Flex role="search" aria-label={t('objection.page.filters')} gap="small" wrap>
            <SearchInput label={t('opinion.page.search')} onSettled={setText} />
            <Select
              value={status}
              onChange={(next?: string) => change({ status: next })}
              options={COLLECTION_STATUSES.map((one) => ({ value: one, label: t(COLLECTION_TEXT[one]) }))}
              aria-label={t('opinion.page.statusColumn')}
              placeholder={t('objection.page.anyStatus')}
              allowClear
              style={isPhone ? { flex: '1 1 45%', minWidth: 0 } : { width: 180 }}
            />
          </Flex>
          <Loaded query={query}>{(list) => <Collections list={list} isFiltered={text !== '' || status !== undefined} />}</Loaded>
        </Flex>
      </PageFrame>
    </App>
  );
}
