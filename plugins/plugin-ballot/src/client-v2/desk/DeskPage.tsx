import { DateTime, Loaded, Muted, PageFrame, useQuery, useRevision } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { MeetingDesk } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { paths } from '../routes';
import { RulesProvider } from '../result';
import { MeetingStatusTag } from '../shared';
import { ConveningAlert } from './ConveningAlert';
import { DeskContext } from './desk-context';
import { DeskParts } from './DeskParts';
import { FiguresBar } from './FiguresBar';
import { MeetingActs } from './MeetingActs';

function Head({ desk }: { desk: MeetingDesk }) {
  const t = useT();
  const said = useSaid();
  return (
    <Flex gap="small" wrap align="center">
      <MeetingStatusTag status={desk.status} />
      <Muted>
        {desk.number} · {said(desk.typeTitle)}
        {desk.place ? ` · ${desk.place.name}` : null}
        {' · '}
        <DateTime at={desk.plannedAt} />
        {desk.venue ? ` · ${desk.venue}` : null}
      </Muted>
      {desk.reconvenes ? (
        <Muted>{t('desk.reconvenes', { title: desk.reconvenes.title, times: desk.reconvenes.times })}</Muted>
      ) : null}
    </Flex>
  );
}

function DeskOf({ id }: { id: string }) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.meetings.desk(id), [api, id]));
  const { reload } = query;
  const desk = query.status === 'ready' ? query.data : null;
  const askRevision = useCallback(() => api.meetings.revision(id), [api, id]);
  useRevision(desk?.revision ?? null, askRevision, reload);
  const value = useMemo(() => (desk ? { desk, reload } : null), [desk, reload]);
  return (
    <DeskContext.Provider value={value}>
      <PageFrame
        title={desk?.title ?? t('desk.title')}
        subtitle={desk ? <Head desk={desk} /> : null}
        back={{ to: paths.meetings(), label: t('meeting.pageTitle') }}
        extra={desk ? <MeetingActs /> : null}
      >
        {desk ? (
          <Flex vertical gap="middle">
            <ConveningAlert />
            <FiguresBar />
            <DeskParts />
          </Flex>
        ) : (
          <Loaded query={query}>{() => null}</Loaded>
        )}
      </PageFrame>
    </DeskContext.Provider>
  );
}

/** 会议台: everything that a meeting needs while it is prepared, held and counted. */
export function DeskPage() {
  const { id = '' } = useParams();
  return (
    <RulesProvider>
      <DeskOf key={id} id={id} />
    </RulesProvider>
  );
}
