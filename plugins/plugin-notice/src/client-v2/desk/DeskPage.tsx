import { Loaded, Muted, PageFrame, useIsPhone, useQuery, useRevision } from '@wuxin/plugin-bpmn/client-v2';
import { App, Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { NoticeDesk } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { paths } from '../routes';
import { StatusTag } from '../shared';
import { Alerts } from './Alerts';
import { DeskContext } from './desk-context';
import { CheckPanel, ObjectionsPanel, PapersPanel, PeoplePanel, PeriodPanel } from './Facts';
import { OtherActs } from './FlowActs';
import { JournalPanel } from './JournalPanel';
import { NextStepPanel } from './NextStepPanel';
import { PostingsPanel } from './PostingsPanel';
import { Stages } from './Stages';
import { TextPanel } from './TextPanel';

function Head({ notice }: { notice: NoticeDesk }) {
  const said = useSaid();
  return (
    <Flex gap="small" wrap align="center">
      <StatusTag status={notice.status} />
      <Muted>
        {notice.number} · {said(notice.kindTitle)}
        {notice.place ? ` · ${notice.place.name}` : null}
      </Muted>
    </Flex>
  );
}

function Parts() {
  const isPhone = useIsPhone();
  return (
    <Flex vertical gap="middle">
      <Stages />
      <Alerts />
      <NextStepPanel />
      <div
        style={{
          display: 'grid',
          gap: 16,
          alignItems: 'start',
          gridTemplateColumns: isPhone ? '1fr' : 'minmax(0, 2fr) minmax(260px, 1fr)',
        }}
      >
        <Flex vertical gap="middle" style={{ minWidth: 0 }}>
          <TextPanel />
          <PostingsPanel />
          <JournalPanel />
        </Flex>
        <Flex vertical gap="middle" style={{ minWidth: 0, order: isPhone ? -1 : undefined }}>
          <PeriodPanel />
          <PapersPanel />
          <ObjectionsPanel />
          <CheckPanel />
          <PeoplePanel />
        </Flex>
      </div>
    </Flex>
  );
}

function DeskOf({ id }: { id: string }) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.notices.desk(id), [api, id]));
  const { reload } = query;
  const notice = query.status === 'ready' ? query.data : null;
  const askRevision = useCallback(() => api.notices.revision(id), [api, id]);
  useRevision(notice?.revision ?? null, askRevision, reload);
  const value = useMemo(() => (notice ? { notice, reload } : null), [notice, reload]);
  return (
    <DeskContext.Provider value={value}>
      <PageFrame
        title={notice?.title ?? t('noticeDesk.title')}
        subtitle={notice ? <Head notice={notice} /> : null}
        back={{ to: paths.notices(), label: t('notice.pageTitle') }}
        extra={notice ? <OtherActs /> : null}
      >
        {notice ? <Parts /> : <Loaded query={query}>{() => null}</Loaded>}
      </PageFrame>
    </DeskContext.Provider>
  );
}

/** 公示台: all of one notice, with the one thing that comes next. */
export function DeskPage() {
  const { id = '' } = useParams();
  return (
    <App>
      <DeskOf key={id} id={id} />
    </App>
  );
}
