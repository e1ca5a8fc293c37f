import {
  AddressPages,
  EmptyState,
  LinkButton,
  Loaded,
  PageFrame,
  pageOf,
  Panel,
  useAddressFilter,
  useQuery,
} from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { NoticeList, NoticeListQuery } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { STATUSES } from '../shared';
import { NoticeFilters, type FilterKey } from './NoticeFilters';
import { NoticeTable } from './NoticeTable';

const PAGE_SIZE = 20;
/** More than that are found in the list below. */
const WAITING_SHOWN = 20;

function useListQuery(): NoticeListQuery {
  const { search } = useAddressFilter<FilterKey>();
  const page = pageOf(search);
  const [scope, status, kind, place] = (['scope', 'status', 'kind', 'place'] as const).map((key) => search.get(key));
  return useMemo(
    () => ({
      scope: scope === 'all' ? 'all' : 'mine',
      status: STATUSES.filter((one) => one === status),
      kindKey: kind ?? undefined,
      placeId: place ?? undefined,
      page,
      pageSize: PAGE_SIZE,
    }),
    [scope, status, kind, place, page],
  );
}

const isNarrowed = ({ status = [], kindKey, placeId, search }: NoticeListQuery): boolean =>
  status.length > 0 || kindKey !== undefined || placeId !== undefined || search !== undefined;

/** What the reader does next, first of all. */
function Waiting() {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.notices.list({ scope: 'waiting', pageSize: WAITING_SHOWN }), [api]));
  if (query.status !== 'ready' || query.data.total === 0) return null;
  const { rows, total, today } = query.data;
  return (
    <Panel title={t('notice.waitsForMe', { count: total })}>
      <NoticeTable label={t('notice.waitsForMe', { count: total })} rows={rows} today={today} isWaiting />
    </Panel>
  );
}

function Notices({ list, isFiltered }: { list: NoticeList; isFiltered: boolean }) {
  const t = useT();
  if (list.rows.length === 0) {
    return isFiltered ? (
      <EmptyState title={t('notice.noneFound')} hint={t('notice.noneFoundHint')} />
    ) : (
      <EmptyState title={t('notice.none')} hint={t(list.mayDraft ? 'notice.noneDraftHint' : 'notice.noneHint')} />
    );
  }
  return (
    <Flex vertical gap="middle">
      <NoticeTable label={t('notice.list')} rows={list.rows} today={list.today} />
      <AddressPages pageSize={PAGE_SIZE} total={list.total} />
    </Flex>
  );
}

/** 公示公告: what waits for the reader, then the notices in which they have a part. */
export function NoticesPage() {
  const t = useT();
  const api = useApi();
  const [text, setText] = useState('');
  const address = useListQuery();
  const asked = useMemo(() => ({ ...address, search: text || undefined }), [address, text]);
  const answer = useQuery(useCallback(() => api.notices.list(asked), [api, asked]));
  const isFiltered = isNarrowed(asked);
  const known = answer.status === 'ready' ? answer.data : null;
  return (
    <PageFrame
      title={t('notice.pageTitle')}
      extra={
        <Flex gap="small" wrap>
          {known && (known.mayAdminister || known.mayDraft) ? (
            <LinkButton to={paths.boards()}>{t('notice.boards')}</LinkButton>
          ) : null}
          {known?.mayAdminister ? (
            <>
              <LinkButton to={paths.kinds()}>{t('noticeKind.pageTitle')}</LinkButton>
              <LinkButton to={paths.wall()}>{t('noticeWall.pageTitle')}</LinkButton>
            </>
          ) : null}
          {known?.mayDraft ? (
            <LinkButton type="primary" to={paths.newNotice()}>
              {t('notice.create')}
            </LinkButton>
          ) : null}
        </Flex>
      }
    >
      <Flex vertical gap="middle">
        {isFiltered || (asked.page ?? 1) > 1 ? null : <Waiting />}
        <NoticeFilters query={asked} mayAdminister={known?.mayAdminister ?? false} onSearch={setText} />
        <Loaded query={answer}>{(list) => <Notices list={list} isFiltered={isFiltered} />}</Loaded>
      </Flex>
    </PageFrame>
  );
}
