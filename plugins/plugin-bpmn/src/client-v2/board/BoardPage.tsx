import { Flex } from 'antd';
import { useCallback } from 'react';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { EmptyState, Loaded, PageFrame } from '../shared';
import { BoardCases } from './BoardCases';
import { BoardCounts } from './BoardCounts';
import { BoardFilters } from './BoardFilters';
import { BoardMatrix } from './BoardMatrix';
import { useBoardQuery } from './useBoardQuery';

/** 督办表: which place is at which stage of which procedure, and what is late. */
export function BoardPage() {
  const t = useT();
  const api = useApi();
  const { query, change } = useBoardQuery();
  const answer = useQuery(useCallback(() => api.supervision.board(query), [api, query]));
  return (
    <PageFrame title={t('board.title')} subtitle={t('board.subtitle')}>
      <Loaded query={answer}>
        {(board) => (
          <Flex vertical gap="middle">
            <BoardFilters query={query} choices={board} onChange={change} />
            <BoardCounts counts={board.counts} selected={query.level} onSelect={(level) => change({ level })} />
            {board.total === 0 ? (
              <EmptyState title={t('board.empty')} hint={t('board.emptyHint')} />
            ) : (
              <>
                <BoardMatrix cells={board.byPlaceAndStage} onChoose={change} />
                <BoardCases board={board} current={query.page ?? 1} onPage={(page) => change({ page: String(page) })} />
              </>
            )}
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
