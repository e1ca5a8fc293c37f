import { Col, Flex, Row } from 'antd';
import { useCallback } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { TrackedInstance } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { DateTime, DeadlineTag, HistoryTimeline, Loaded, Muted, PageFrame, Panel, StageBar, StatusTag } from '../shared';
import { CaseActions } from './CaseActions';
import { CaseDiagram } from './CaseDiagram';
import { StageTimeline } from './StageTimeline';
import { WaitingPanel } from './WaitingPanel';

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
            <Link to={paths.instance(child.instanceId)}>{child.title}</Link> <StatusTag status={child.status} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function TrackedCase({ tracked, onChanged }: { tracked: TrackedInstance; onChanged: () => void }) {
  const t = useT();
  const { stages } = tracked.instance;
  return (
    <Flex vertical gap="middle">
      {stages.length > 0 ? (
        <Panel title={t('stage.bar')}>
          <StageBar stages={stages} />
        </Panel>
      ) : null}
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={16}>
          <Flex vertical gap="middle">
            <WaitingPanel tracked={tracked} onChanged={onChanged} />
            <CaseDiagram tracked={tracked} />
          </Flex>
        </Col>
        <Col xs={24} lg={8}>
          <Flex vertical gap="middle">
            {stages.length > 0 ? (
              <Panel title={t('stage.timeline')}>
                <StageTimeline stages={stages} />
              </Panel>
            ) : null}
            <Children>{tracked.children}</Children>
            <Panel title={t('history.title')}>
              <HistoryTimeline history={tracked.history} />
            </Panel>
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
  const { id = '' } = useParams();
  const query = useQuery(useCallback(() => api.instances.track(id), [api, id]));
  const tracked = query.status === 'ready' ? query.data : null;
  return (
    <PageFrame
      title={tracked?.instance.title ?? t('process.track')}
      subtitle={tracked ? <CaseFacts tracked={tracked} /> : null}
      back={{ to: paths.inbox('started'), label: t('inbox.title') }}
      extra={tracked ? <CaseActions tracked={tracked} onChanged={query.reload} /> : null}
    >
      <Loaded query={query}>{(data) => <TrackedCase tracked={data} onChanged={query.reload} />}</Loaded>
    </PageFrame>
  );
}
