import { BlockRows, defineBlock, Muted, TextLink, useQuery, type BlockSettings } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useCallback } from 'react';
import type { ObjectionRow } from '../../common/api';
import { PlaceSetting } from '../shared';
import { useApi } from './api';
import { paths } from './paths';
import { DueTag, StatusTag } from './Tags';
import { useT } from './texts';

function ObjectionLine({ row }: { row: ObjectionRow }) {
  const t = useT();
  return (
    <Flex vertical gap={4}>
      <TextLink to={paths.desk(row.id)}>{t('objection.page.numbered', { number: row.number })}</TextLink>
      <Muted small>{[row.notice.title, row.place?.name].filter(Boolean).join(' · ')}</Muted>
      <Flex gap={8} wrap align="center">
        <DueTag row={row} />
        <StatusTag status={row.status} />
      </Flex>
    </Flex>
  );
}

/** 异议: those on which the reader decides now, or those of their notices that are late. */
export function ObjectionsBlock({ place, show, rows }: BlockSettings) {
  const t = useT();
  const api = useApi();
  const isOverdue = show === 'overdue';
  const query = useQuery(
    useCallback(
      () => api.list({ ...(isOverdue ? { isOverdue } : { isWaiting: true }), placeId: place?.id, pageSize: rows }),
      [api, isOverdue, place?.id, rows],
    ),
  );
  return (
    <BlockRows
      query={query}
      label={t('objection.page.title')}
      keyOf={({ id }) => id}
      empty={{ title: t(isOverdue ? 'block.noOverdue' : 'objection.page.noneWaiting'), hint: t('block.noObjectionsHint') }}
      more={{ to: paths.list(), label: t('block.allObjections') }}
    >
      {(row) => <ObjectionLine row={row} />}
    </BlockRows>
  );
}

export const WuxinObjectionsBlockModel = defineBlock({
  name: 'WuxinObjectionsBlockModel',
  namespace: '@wuxin/plugin-notice',
  label: 'block.objections',
  sort: 2030,
  place: PlaceSetting,
  shows: [
    { value: 'waiting', label: 'block.waiting' },
    { value: 'overdue', label: 'block.overdue' },
  ],
  component: ObjectionsBlock,
});
