import { BlockRows, DateTime, defineBlock, Muted, TextLink, useQuery, type BlockSettings } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useCallback } from 'react';
import type { MeetingRow, MeetingStatus } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { MeetingStatusTag, POST_TEXT } from '../shared';

const COMING: MeetingStatus[] = ['convened', 'open', 'adjourned'];
/** More meetings before nobody has; the nearest of them come first. */
const MOST = 100;

function MeetingLine({ meeting: { id, title, plannedAt, place, posts, status } }: { meeting: MeetingRow }) {
  const t = useT();
  const mine = posts.map((post) => t(POST_TEXT[post])).join(t('common.and'));
  return (
    <Flex vertical gap={4}>
      <TextLink to={paths.desk(id)}>{title}</TextLink>
      <Flex gap={8} wrap align="center">
        <MeetingStatusTag status={status} />
        <DateTime at={plannedAt} />
        <Muted small>{[place?.name, mine].filter(Boolean).join(' · ')}</Muted>
      </Flex>
    </Flex>
  );
}

/** 近期会议: what the reader takes part in, staffs or looks after, the next one first. */
export function MeetingsBlock({ rows: shown }: Pick<BlockSettings, 'rows'>) {
  const t = useT();
  const api = useApi();
  const query = useQuery(
    useCallback(async () => {
      const { rows, total } = await api.meetings.list({ scope: 'mine', status: COMING, pageSize: MOST });
      return { total, rows: rows.toSorted((one, other) => one.plannedAt - other.plannedAt).slice(0, shown) };
    }, [api, shown]),
  );
  return (
    <BlockRows
      query={query}
      label={t('block.meetings')}
      keyOf={({ id }) => id}
      empty={{ title: t('block.noMeetings'), hint: t('meeting.noneHint') }}
      more={{ to: paths.meetings(), label: t('block.allMeetings') }}
    >
      {(meeting) => <MeetingLine meeting={meeting} />}
    </BlockRows>
  );
}

export const WuxinMeetingsBlockModel = defineBlock({
  name: 'WuxinMeetingsBlockModel',
  namespace: '@wuxin/plugin-ballot',
  label: 'block.meetings',
  sort: 2060,
  component: MeetingsBlock,
});
