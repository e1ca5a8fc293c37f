import { Col, Flex, Row } from 'antd';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { TrackedInstance } from '../../common/api';
import { useApi, useQuery } from '../api';
import { DocumentsPanel } from '../documents';
import { useT } from '../i18n';
import { paths } from '../routes';
import {
  CallerLink,
  DateTime,
  DeadlineTag,
  HistoryTimeline,
  Loaded,
  Muted,
  PageFrame,
  Panel,
  StageBar,
  StatusTag,
  TextLink,
  useIsPhone,
} from '../shared';
import { CaseActions } from './CaseActions';
import { CaseDiagram } from './CaseDiagram';
import { StageTimeline } from './StageTimeline';
import { useWaitingDialogs, WaitingPanel, type WaitingDialogs } from './WaitingPanel';

function CaseFacts({ tracked: { instance } }: { tracked: TrackedInstance }) {
  const t = useT();
  return (
    <Flex gap="small" wrap align="center">
      <StatusTag status={instance.status} />
      {instance.endedAt === null && instance.deadline ? <DeadlineTag deadline={instance.deadline} /> : null}
      <Muted small>
        {[
          instance.processName,
          instance.place?.name,
          instance.starter ? t('process.startedBy', { name: instance.starter.name }) : null,
          instance.businessKey ? t('process.businessKey', { key: instance.businessKey }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        · <DateTime at={instance.startedAt} />
      </Muted>
      <CallerLink instance={instance} />
    </Flex>
  );
}

function Children({ children }: { children: TrackedInstance['children'] }) {
  const t = useT();
  if (children.length === 0) return null;
  return (
    <Panel title={t('process.children')}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
        {children.map((child) => (
          <li key={child.instanceId}>
            <TextLink to={paths.instance(child.instanceId)}>{child.title}</TextLink> <StatusTag status={child.status} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface TrackedCaseProps {
  tracked: TrackedInstance;
  ask: WaitingDialogs;
}

function Stages({ tracked: { instance } }: { tracked: TrackedInstance }) {
  const t = useT();
  if (instance.stages.length === 0) return null;
  return (
    <Panel title={t('stage.timeline')}>
      <StageTimeline stages={instance.stages} />
    </Panel>
  );
}

function Past({ tracked }: { tracked: TrackedInstance }) {
  const t = useT();
  return (
    <Panel title={t('history.title')}>
      <HistoryTimeline history={tracked.history} />
    </Panel>
  );
}

/** Asked for again when the case has gone on. */
function Documents({ tracked: { instance, history } }: { tracked: TrackedInstance }) {
  return <DocumentsPanel key={history.length} instanceId={instance.id} />;
}

/** In the order of the questions that are asked on the way: why does it wait, what was done, where does it go. */
function PhoneCase({ tracked, ask }: TrackedCaseProps) {
  return (
    <Flex vertical gap="middle">
      <WaitingPanel tracked={tracked} ask={ask} />
      <Documents tracked={tracked} />
      <Stages tracked={tracked} />
      <Children>{tracked.children}</Children>
      <Past tracked={tracked} />
      <CaseDiagram tracked={tracked} />
    </Flex>
  );
}

function DesktopCase({ tracked, ask }: TrackedCaseProps) {
  return (
    <Flex vertical gap="middle">
      <StageBar stages={tracked.instance.stages} />
      <WaitingPanel tracked={tracked} ask={ask} />
      <CaseDiagram tracked={tracked} />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={14}>
          <Past tracked={tracked} />
        </Col>
        <Col xs={24} lg={10}>
          <Flex vertical gap="middle">
            <Documents tracked={tracked} />
            <Children>{tracked.children}</Children>
            <Stages tracked={tracked} />
          </Flex>
        </Col>
      </Row>
    </Flex>
  );
}

/** 流程跟踪: where a case stands, why it waits, what happened. */
export function ProcessPage() {
  const t = useT();
  const api = useApi();
  const isPhone = useIsPhone();
  const { id = '' } = useParams();
  const query = useQuery(useCallback(() => api.instances.track(id), [api, id]));
  const tracked = query.status === 'ready' ? query.data : null;
  const ask = useWaitingDialogs(query.reload);
  return (
    <PageFrame
      title={tracked?.instance.title ?? t('process.track')}
      subtitle={tracked ? <CaseFacts tracked={tracked} /> : null}
      back={{ to: paths.inbox('started'), label: t('inbox.title') }}
      extra={tracked ? <CaseActions tracked={tracked} onChanged={query.reload} /> : null}
    >
      <Loaded query={query}>
        {(data) => (isPhone ? <PhoneCase tracked={data} ask={ask} /> : <DesktopCase tracked={data} ask={ask} />)}
      </Loaded>
      {ask.dialogs}
    </PageFrame>
  );
}
