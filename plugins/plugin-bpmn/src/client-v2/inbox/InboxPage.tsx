import { Flex } from 'antd';
import { useCallback } from 'react';
import type { InboxPage as Page, InboxTab } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type TextKey } from '../i18n';
import { paths } from '../routes';
import { Pages, EmptyState, LinkButton, Loaded, PageFrame } from '../shared';
import { InboxFilters } from './InboxFilters';
import { InboxList } from './InboxList';
import { InboxTabs } from './InboxTabs';
import { PAGE_SIZE, useInboxQuery } from './useInboxQuery';

const EMPTY: Record<InboxTab, { title: TextKey; hint: TextKey }> = {
  todo: { title: 'inbox.todoEmpty', hint: 'inbox.todoEmptyHint' },
  done: { title: 'inbox.doneEmpty', hint: 'inbox.doneEmptyHint' },
  started: { title: 'inbox.startedEmpty', hint: 'inbox.startedEmptyHint' },
  cc: { title: 'inbox.ccEmpty', hint: 'inbox.ccEmptyHint' },
};

interface InboxContentProps {
  page: Page;
  tab: InboxTab;
  isFiltered: boolean;
  current: number;
  onPage: (page: number) => void;
}

function InboxContent({ page, tab, isFiltered, current, onPage }: InboxContentProps) {
  const t = useT();
  if (page.rows.length === 0) {
    return isFiltered ? (
      <EmptyState title={t('inbox.nothingFound')} hint={t('inbox.nothingFoundHint')} />
    ) : (
      <EmptyState title={t(EMPTY[tab].title)} hint={t(EMPTY[tab].hint)} />
    );
  }
  return (
    <Flex vertical gap="middle">
      <InboxList rows={page.rows} tab={tab} />
      <Pages current={current} pageSize={PAGE_SIZE} total={page.total} onChange={onPage} />
    </Flex>
  );
}

/** 我的待办: what I have to do, did, started, and was copied on. */
export function InboxPage() {
  const t = useT();
  const api = useApi();
  const { query, change, openTab, searchFor } = useInboxQuery();
  const answer = useQuery(useCallback(() => api.tasks.inbox(query), [api, query]));
  const page = answer.status === 'ready' ? answer.data : null;
  return (
    <PageFrame
      title={t('inbox.title')}
      extra={
        <Flex gap="small" wrap>
          <LinkButton to={paths.standIns()}>{t('standIn.title')}</LinkButton>
          {page?.mayStart ? (
            <LinkButton type="primary" to={paths.start()}>
              {t('start.title')}
            </LinkButton>
          ) : null}
        </Flex>
      }
    >
      <Flex vertical gap="middle">
        <InboxTabs active={query.tab} counts={page?.counts ?? null} onChange={openTab} />
        <InboxFilters query={query} processes={page?.processes ?? []} onChange={change} onSearch={searchFor} />
        <Loaded query={answer}>
          {(data) => (
            <InboxContent
              page={data}
              tab={query.tab}
              isFiltered={Boolean(query.search ?? query.processKey ?? query.level)}
              current={query.page ?? 1}
              onPage={(next) => change({ page: String(next) })}
            />
          )}
        </Loaded>
      </Flex>
    </PageFrame>
  );
}
