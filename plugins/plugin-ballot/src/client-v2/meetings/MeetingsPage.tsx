import {
  AddressPages,
  DataTable,
  DateTime,
  EmptyState,
  LinkButton,
  Loaded,
  Muted,
  PageFrame,
  pageOf,
  TextLink,
  useAddressFilter,
  useQuery,
  type DataColumn,
} from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { MeetingList, MeetingListQuery, MeetingRow } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { paths } from '../routes';
import { MeetingStatusTag, POST_TEXT, STATUSES } from '../shared';
import { MeetingFilters, type FilterKey } from './MeetingFilters';

const PAGE_SIZE = 20;

function useListQuery(): MeetingListQuery {
  const { search } = useAddressFilter<FilterKey>();
  const [scope, status, page] = [search.get('scope'), search.get('status'), pageOf(search)];
  return useMemo(
    () => ({
      scope: scope === 'all' ? 'all' : 'mine',
      status: STATUSES.filter((one) => one === status),
      page,
      pageSize: PAGE_SIZE,
    }),
    [scope, status, page],
  );
}

function useColumns(): DataColumn<MeetingRow>[] {
  const t = useT();
  const said = useSaid();
  return useMemo(
    () => [
      {
        key: 'title',
        title: t('meeting.titleColumn'),
        maxWidth: 420,
        render: ({ id, title, number }) => (
          <>
            <TextLink to={paths.desk(id)}>{title}</TextLink>
            <br />
            <Muted small>{number}</Muted>
          </>
        ),
      },
      { key: 'status', title: t('meeting.statusColumn'), render: ({ status }) => <MeetingStatusTag status={status} /> },
      { key: 'type', title: t('meeting.type'), maxWidth: 200, render: ({ typeTitle }) => said(typeTitle) },
      { key: 'place', title: t('meeting.place'), render: ({ place }) => place?.name ?? null },
      { key: 'at', title: t('meeting.plannedAt'), render: ({ plannedAt }) => <DateTime at={plannedAt} /> },
      {
        key: 'posts',
        title: t('meeting.myPost'),
        render: ({ posts }) => (posts.length > 0 ? posts.map((post) => t(POST_TEXT[post])).join(t('common.and')) : null),
      },
      {
        key: 'motions',
        title: t('meeting.motions'),
        render: ({ motions, decided }) => (motions > 0 ? t('meeting.decidedOf', { decided, motions }) : null),
      },
    ],
    [t, said],
  );
}

function Meetings({ list, isFiltered }: { list: MeetingList; isFiltered: boolean }) {
  const t = useT();
  const columns = useColumns();
  if (list.rows.length === 0) {
    return isFiltered ? (
      <EmptyState title={t('meeting.noneFound')} hint={t('meeting.noneFoundHint')} />
    ) : (
      <EmptyState title={t('meeting.none')} hint={t(list.mayCreate ? 'meeting.noneCreateHint' : 'meeting.noneHint')} />
    );
  }
  return (
    <Flex vertical gap="middle">
      <DataTable label={t('meeting.list')} columns={columns} rows={list.rows} rowKey={({ id }) => id} />
      <AddressPages pageSize={PAGE_SIZE} total={list.total} />
    </Flex>
  );
}

/** 会议: the meetings that somebody takes part in, staffs or looks after. */
export function MeetingsPage() {
  const t = useT();
  const api = useApi();
  const [text, setText] = useState('');
  const query = useListQuery();
  const answer = useQuery(useCallback(() => api.meetings.list({ ...query, search: text || undefined }), [api, query, text]));
  const isFiltered = text !== '' || (query.status ?? []).length > 0;
  return (
    <PageFrame
      title={t('meeting.pageTitle')}
      extra={
        answer.status === 'ready' && answer.data.mayCreate ? (
          <LinkButton type="primary" to={paths.newMeeting()}>
            {t('meeting.create')}
          </LinkButton>
        ) : null
      }
    >
      <Flex vertical gap="middle">
        <MeetingFilters query={query} onSearch={setText} />
        <Loaded query={answer}>{(list) => <Meetings list={list} isFiltered={isFiltered} />}</Loaded>
      </Flex>
    </PageFrame>
  );
}
