import {
  BlockRows,
  defineBlock,
  FileLink,
  Muted,
  TextLink,
  ToneTag,
  useQuery,
  type BlockSettings,
} from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useCallback } from 'react';
import type { OnWallList, OnWallRow } from '../../common/api';
import { useApi } from '../api';
import { daysBetween, PlaceSetting, useDay } from '../shared';
import { paths } from './paths';
import { useT } from './texts';

function DaysTag({ closesOn, today }: { closesOn: string; today: string }) {
  const t = useT();
  const dayOf = useDay(today);
  const left = daysBetween(today, closesOn);
  return left > 0 ? (
    <ToneTag tone="info">{t('block.daysLeft', { days: left, day: dayOf(closesOn) })}</ToneTag>
  ) : (
    <ToneTag tone="warning">{t('block.lastDay')}</ToneTag>
  );
}

/** Who sorts the opinions comes to the collection, everybody else to the wall, where they are said. */
function CollectionLine({ notice: { asks, ...notice }, today }: { notice: OnWallRow; today: string }) {
  if (!asks) return null;
  return (
    <Flex vertical gap={4}>
      {asks.id === null ? (
        <FileLink href={notice.wallPath}>{asks.title}</FileLink>
      ) : (
        <TextLink to={paths.desk(asks.id)}>{asks.title}</TextLink>
      )}
      <Muted small>{[notice.title, notice.place?.name].filter(Boolean).join(' · ')}</Muted>
      {asks.closesOn === null ? null : (
        <div>
          <DaysTag closesOn={asks.closesOn} today={today} />
        </div>
      )}
    </Flex>
  );
}

const NOTHING: OnWallList = { rows: [], total: 0, today: '' };

/** 意见征集: where people are asked now. */
export function CollectionsBlock({ place, rows }: Pick<BlockSettings, 'place' | 'rows'>) {
  const t = useT();
  const api = useApi();
  const ask = useCallback(
    () => api.notices.onWall({ placeId: place?.id, only: 'asking', pageSize: rows }),
    [api, place?.id, rows],
  );
  const query = useQuery(ask);
  const { rows: found, today } = query.status === 'ready' ? query.data : NOTHING;
  const hasPart = found.some(({ id }) => id !== null);
  return (
    <BlockRows
      query={query}
      label={t('block.collections')}
      keyOf={({ wallPath }) => wallPath}
      empty={{ title: t('block.noCollections'), hint: t('block.noCollectionsHint') }}
      more={hasPart ? { to: paths.list(), label: t('block.allCollections') } : null}
    >
      {(notice) => <CollectionLine notice={notice} today={today} />}
    </BlockRows>
  );
}

export const WuxinCollectionsBlockModel = defineBlock({
  name: 'WuxinCollectionsBlockModel',
  namespace: '@wuxin/plugin-notice',
  label: 'block.collections',
  sort: 2050,
  place: PlaceSetting,
  component: CollectionsBlock,
});
