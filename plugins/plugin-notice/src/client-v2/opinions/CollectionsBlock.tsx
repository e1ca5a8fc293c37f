import { BlockRows, defineBlock, FileLink, Muted, TextLink, ToneTag, type BlockSettings } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import type { OnWallRow } from '../../common/api';
import { daysBetween, PlaceSetting, useDay, useOnWall } from '../shared';
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

/** 意见征集: where people are asked now. */
export function CollectionsBlock({ place, rows }: Pick<BlockSettings, 'place' | 'rows'>) {
  const t = useT();
  const { query, today, hasPart } = useOnWall({ placeId: place?.id, only: 'asking', pageSize: rows });
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
