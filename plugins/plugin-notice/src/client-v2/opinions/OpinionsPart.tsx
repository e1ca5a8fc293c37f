import { Pages, EmptyState, Loaded, Muted, Panel, ToggleButtons, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Flex } from 'antd';
import { useCallback, useState } from 'react';
import type { CollectionView } from '../../common/api';
import { useApi } from './api';
import { OpinionCard } from './OpinionCard';
import { useT } from './texts';

const PAGE_SIZE = 20;
type Shown = 'undecided' | 'all';

/** The opinions of a collection: those that wait with the form of the first one open, or all. */
export function OpinionsPart({ view, onDone }: { view: CollectionView; onDone: () => void }) {
  const t = useT();
  const api = useApi();
  const mayDecide = view.may.includes('decide');
  const [shown, setShown] = useState<Shown>(mayDecide && view.counts.received > 0 ? 'undecided' : 'all');
  const [page, setPage] = useState(1);
  const query = useQuery(
    useCallback(
      () => api.opinions(view.id, { status: shown === 'undecided' ? ['received'] : [], page, pageSize: PAGE_SIZE }),
      [api, view.id, shown, page],
    ),
  );
  const reload = () => {
    query.reload();
    onDone();
  };
  const isLastOfPage = query.status === 'ready' && query.data.rows.length === 1;
  const next = () => {
    if (shown === 'undecided' && isLastOfPage && page > 1) setPage(page - 1);
    reload();
  };
  return (
    <Panel
      title={t('opinion.page.opinions')}
      extra={
        <ToggleButtons<Shown>
          label={t('opinion.page.shown')}
          options={[
            { value: 'undecided', label: t('opinion.page.undecidedCount', { count: view.counts.received }) },
            { value: 'all', label: t('opinion.page.allCount', { count: view.counts.total }) },
          ]}
          value={shown}
          onChange={(one) => {
            setPage(1);
            setShown(one);
          }}
        />
      }
    >
      <Loaded query={query}>
        {({ rows, total, isMasked }) => (
          <Flex vertical gap="small">
            {isMasked && total > 0 ? <Alert type="info" showIcon message={t('opinion.page.isMasked')} /> : null}
            {rows.map((opinion, index) => (
              <OpinionCard
                key={opinion.id}
                opinion={opinion}
                mayDecide={mayDecide}
                mayReveal={!isMasked}
                isNext={shown === 'undecided' && index === 0}
                onDone={next}
                onLooked={onDone}
              />
            ))}
            {rows.length === 0 ? <Nothing shown={shown} total={view.counts.total} /> : null}
            <Pages current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
          </Flex>
        )}
      </Loaded>
    </Panel>
  );
}

function Nothing({ shown, total }: { shown: Shown; total: number }) {
  const t = useT();
  if (shown === 'undecided' && total > 0) return <Muted>{t('opinion.page.allDecided')}</Muted>;
  return <EmptyState title={t('opinion.page.noOpinion')} hint={t('opinion.page.noOpinionHint')} />;
}
