import { BlockRows, defineBlock, FileLink, Muted, TextLink, ToneTag, type BlockSettings } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import type { OnWallRow } from '../../common/api';
import { useSaid, useT } from '../i18n';
import { paths } from '../routes';
import { PlaceSetting, StatusTag, useDay, useOnWall, usePeriodWords } from '../shared';

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

/** 公示公告: what hangs on the wall, for everybody. */
export function NoticesBlock({ place, show, rows }: BlockSettings) {
  const t = useT();
  const only = show === 'hanging' ? undefined : 'running';
  const { query, today, hasPart } = useOnWall({ placeId: place?.id, only, pageSize: rows });
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
