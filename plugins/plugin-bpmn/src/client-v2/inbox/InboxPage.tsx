import { Flex, Pagination, Tabs } from 'antd';
import { useCallback, useMemo } from 'react';
import type { InboxPage as Page, InboxTab } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type TextKey } from '../i18n';
import { paths } from '../routes';
import { EmptyState, LinkButton, Loaded, PageFrame, useIsPhone } from '../shared';
import { InboxCards } from './InboxCards';
import { InboxFilters } from './InboxFilters';
import { InboxTable } from './InboxTable';
import { PAGE_SIZE, TABS, useInboxQuery } from './useInboxQuery';

const TAB_TEXT: Record<InboxTab, TextKey> = {
  todo: 'inbox.todo',
  done: 'inbox.done',
  started: 'inbox.started',
  cc: 'inbox.cc',
};
const EMPTY_TITLE: Record<InboxTab, TextKey> = {
  todo: 'inbox.todoEmpty',
  done: 'inbox.doneEmpty',
  started: 'inbox.startedEmpty',
  cc: 'inbox.ccEmpty',
};
const EMPTY_HINT: Record<InboxTab, TextKey> = {
  todo: 'inbox.todoEmptyHint',
  done: 'inbox.doneEmptyHint',
  started: 'inbox.startedEmptyHint',
  cc: 'inbox.ccEmptyHint',
};

interface InboxListProps {
  page: Page;
  tab: InboxTab;
  isFiltered: boolean;
  current: number;
  onPage: (page: number) => void;
}

function InboxList({ page, tab, isFiltered, current, onPage }: InboxListProps) {
  const t = useT();
  const isPhone = useIsPhone();
  if (page.rows.length === 0) {
    return isFiltered ? (
      <EmptyState title={t('inbox.nothingFound')} hint={t('inbox.nothingFoundHint')} />
    ) : (
      <EmptyState title={t(EMPTY_TITLE[tab])} hint={t(EMPTY_HINT[tab])} />
    );
  }
  return (
    <Flex vertical gap="middle">
      {isPhone ? <InboxCards rows={page.rows} tab={tab} /> : <InboxTable rows={page.rows} tab={tab} />}
      <Pagination
        align="end"
        current={current}
        pageSize={PAGE_SIZE}
        total={page.total}
        onChange={onPage}
        showSizeChanger={false}
        showTotal={(total) => t('common.total', { count: total })}
        simple={isPhone}
        hideOnSinglePage={page.total <= PAGE_SIZE}
      />
    </Flex>
  );
}

/** 我的待办: what I have to do, did, started, and was copied on. */
export function InboxPage() {
  const t = useT();
  const api = useApi();
  const { query, change, openTab } = useInboxQuery();
  const ask = useCallback(() => api.tasks.inbox(query), [api, query]);
  const answer = useQuery(ask);
  const counts = answer.status === 'ready' ? answer.data.counts : null;
  const items = useMemo(
    () =>
      TABS.map((tab) => ({
        key: tab,
        label: counts ? t('inbox.tabWithCount', { name: t(TAB_TEXT[tab]), count: counts[tab] }) : t(TAB_TEXT[tab]),
      })),
    [t, counts],
  );
  const isFiltered = Boolean(query.search ?? query.processKey ?? query.level);
  return (
    <PageFrame
      title={t('inbox.title')}
      extra={
        <LinkButton type="primary" to={paths.start()}>
          {t('start.title')}
        </LinkButton>
      }
    >
      <Tabs activeKey={query.tab} onChange={(key) => openTab(TABS.find((tab) => tab === key) ?? 'todo')} items={items} />
      <Flex vertical gap="middle">
        <InboxFilters query={query} processes={answer.status === 'ready' ? answer.data.processes : []} onChange={change} />
        <Loaded query={answer}>
          {(page) => (
            <InboxList
              page={page}
              tab={query.tab}
              isFiltered={isFiltered}
              current={query.page ?? 1}
              onPage={(next) => change({ page: String(next) })}
            />
          )}
        </Loaded>
      </Flex>
    </PageFrame>
  );
}
