import {
  AddressPages,
  EmptyState,
  LinkButton,
  Loaded,
  Muted,
  PageFrame,
  pageOf,
  Panel,
  useAddressFilter,
  useQuery,
} from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { ObjectionList, ObjectionListQuery } from '../../common/api';
import { useApi } from './api';
import { ObjectionFilters, type FilterKey } from './ObjectionFilters';
import { ObjectionTable } from './ObjectionTable';
import { paths } from './paths';
import { LEVELS, STATUSES, useT } from './texts';

const PAGE_SIZE = 20;
const MOST_WAITING = 50;

/** 等我办理: what is due first stands at the top. */
function Waiting() {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.list({ isWaiting: true, pageSize: MOST_WAITING }), [api]));
  const count = query.status === 'ready' ? query.data.total : 0;
  return (
    <Panel title={count > 0 ? t('objection.page.waitingCount', { count }) : t('objection.page.waiting')}>
      <Loaded query={query}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Muted>{t('objection.page.noneWaiting')}</Muted>
          ) : (
            <>
              <ObjectionTable label={t('objection.page.waiting')} rows={rows} />
              {total > rows.length ? <Muted>{t('objection.page.moreWaiting', { count: total - rows.length })}</Muted> : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

function useListQuery(): ObjectionListQuery {
  const { search } = useAddressFilter<FilterKey>();
  const [status, level] = [search.get('status'), search.get('level')];
  const [notice, overdue, page] = [search.get('notice'), search.get('overdue'), pageOf(search)];
  return useMemo(
    () => ({
      status: STATUSES.filter((one) => one === status),
      level: LEVELS.find((one) => one === level),
      noticeId: notice ?? undefined,
      isOverdue: overdue === 'yes' || undefined,
      page,
      pageSize: PAGE_SIZE,
    }),
    [status, level, notice, overdue, page],
  );
}

function Objections({ list, isFiltered }: { list: ObjectionList; isFiltered: boolean }) {
  const t = useT();
  if (list.rows.length === 0) {
    return isFiltered ? (
      <EmptyState title={t('objection.page.noneFound')} hint={t('objection.page.noneFoundHint')} />
    ) : (
      <EmptyState title={t('objection.page.none')} hint={t('objection.page.noneHint')} />
    );
  }
  return (
    <Flex vertical gap="middle">
      <ObjectionTable label={t('objection.page.all')} rows={list.rows} />
      <AddressPages pageSize={PAGE_SIZE} total={list.total} />
    </Flex>
  );
}

/** 异议: what waits for the reader, then all of the notices that they staff. */
export function ObjectionsPage() {
  const t = useT();
  const api = useApi();
  const [text, setText] = useState('');
  const query = useListQuery();
  const answer = useQuery(useCallback(() => api.list({ ...query, search: text || undefined }), [api, query, text]));
  const { status = [], level, noticeId, isOverdue } = query;
  const isFiltered = text !== '' || status.length > 0 || [level, noticeId, isOverdue].some((one) => one !== undefined);
  const noticeTitle = noticeId === undefined || answer.status !== 'ready' ? undefined : answer.data.rows[0]?.notice.title;
  return (
    <PageFrame
      title={t('objection.page.title')}
      subtitle={<Muted>{t('objection.page.lead')}</Muted>}
      extra={
        <LinkButton type="primary" to={paths.receive()}>
          {t('objection.page.receive')}
        </LinkButton>
      }
    >
      <Flex vertical gap="middle">
        <Waiting />
        <Panel title={t('objection.page.all')}>
          <Flex vertical gap="middle">
            <ObjectionFilters query={query} noticeTitle={noticeTitle} onSearch={setText} />
            <Loaded query={answer}>{(list) => <Objections list={list} isFiltered={isFiltered} />}</Loaded>
          </Flex>
        </Panel>
      </Flex>
    </PageFrame>
  );
}
