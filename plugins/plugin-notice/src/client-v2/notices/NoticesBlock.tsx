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
import { useSaid, useT } from '../i18n';
import { paths } from '../routes';
import { PlaceSetting, StatusTag, useDay, usePeriodWords } from '../shared';

/** Whoever has a part in it comes to its desk, everybody else to the wall. */
function NoticeLine({ notice, today }: { notice: OnWallRow; today: string }) {
  const t = useT();
  const said = useSaid();
  const dayOf = useDay(today);
  const periodOf = usePeriodWords();
  const { id, title, wallPath, kindTitle, place, number, status, asks } = notice;
  return (
    <Flex vertical gap={4}>
      {id === null ? <FileLink href={wallPath}>{title}</FileLink> : <TextLink to={paths.desk(id)}>{title}</TextLink>}
      <Muted small>{[said(kindTitle), place?.name, number].filter(Boolean).join(' · ')}</Muted>
      <Flex gap={8} wrap align="center">
        <StatusTag status={status} />
        <Muted small>{periodOf({ ...notice, outcome: null }, today)}</Muted>
        {asks?.closesOn ? <ToneTag tone="info">{t('block.asksUntil', { day: dayOf(asks.closesOn) })}</ToneTag> : null}
      </Flex>
    </Flex>
  );
}

const NOTHING: OnWallList = { rows: [], total: 0, today: '' };

/** 公示公告: what hangs on the wall, for everybody. */
export function NoticesBlock({ place, show, rows }: BlockSettings) {
  const t = useT();
  const api = useApi();
  const only = show === 'hanging' ? undefined : 'running';
  const ask = useCallback(() => api.notices.onWall({ placeId: place?.id, only, pageSize: rows }), [api, place?.id, only, rows]);
  const query = useQuery(ask);
  const { rows: found, today } = query.status === 'ready' ? query.data : NOTHING;
  const hasPart = found.some(({ id }) => id !== null);
  return (
    <BlockRows
      query={query}
      label={t('block.notices')}
      keyOf={({ wallPath }) => wallPath}
      empty={{ title: t('block.noNotices'), hint: t('block.noNoticesHint') }}
      more={hasPart ? { to: paths.notices(), label: t('block.allNotices') } : null}
    >
      {(notice) => <NoticeLine notice={notice} today={today} />}
    </BlockRows>
  );
}

export const WuxinNoticesBlockModel = defineBlock({
  name: 'WuxinNoticesBlockModel',
  namespace: '@wuxin/plugin-notice',
  label: 'block.notices',
  sort: 2020,
  place: PlaceSetting,
  shows: [
    { value: 'running', label: 'block.running' },
    { value: 'hanging', label: 'block.hanging' },
  ],
  component: NoticesBlock,
});
