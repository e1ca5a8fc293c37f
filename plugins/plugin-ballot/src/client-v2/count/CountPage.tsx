import { useFlowEngine } from '@nocobase/flow-engine';
import { EmptyState, LinkButton, Loaded, Muted, PageFrame, Panel, useQuery, useRevision } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, Result } from 'antd';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { MeetingDesk, MotionView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { RulesProvider } from '../result';
import { paths } from '../routes';
import { Mismatch } from '../shared';
import { CountForm } from './CountForm';
import { CountTable } from './CountTable';

/** What the reader counted last, while it is not spoilt by a difference. */
function useOwnSheet(motion: MotionView) {
  const { context } = useFlowEngine();
  const latest = Math.max(0, ...motion.sheets.map(({ attempt }) => attempt));
  return motion.sheets.find(({ attempt, teller }) => attempt === latest && teller.id === context.user?.id);
}

function Waiting({ desk, motion }: { desk: MeetingDesk; motion: MotionView }) {
  const t = useT();
  const own = useOwnSheet(motion);
  const back = (
    <LinkButton type="primary" to={paths.desk(desk.id, 'motions')}>
      {t('count.toDesk')}
    </LinkButton>
  );
  if (!own) return <EmptyState title={t('count.notYours')} hint={t('count.notYoursHint')} />;
  const isSettled = motion.sheets.filter(({ attempt }) => attempt === own.attempt).length > 1;
  return (
    <Flex vertical gap="middle">
      <div role="status">
        <Result
          status={isSettled ? 'success' : 'info'}
          title={t(isSettled ? 'count.agrees' : 'count.isIn')}
          subTitle={t(isSettled ? 'count.agreesHint' : 'count.isInHint')}
          extra={back}
        />
      </div>
      {own.counts ? (
        <Panel title={t('count.mine')}>
          <CountTable counts={own.counts} />
        </Panel>
      ) : null}
    </Flex>
  );
}

function Count({ desk, motion, reload }: { desk: MeetingDesk; motion: MotionView; reload: () => void }) {
  const t = useT();
  const differing = motion.sheets.filter(({ mismatches }) => mismatches.length > 0).at(-1);
  const attempt = differing ? differing.attempt + 1 : 1;
  if (!motion.may.includes('ballotMotions:count')) return <Waiting desk={desk} motion={motion} />;
  return (
    <Flex vertical gap="middle">
      {differing ? <Mismatch sheet={differing} /> : null}
      <Muted>{t('count.lead')}</Muted>
      <CountForm key={attempt} motion={motion} onDone={reload} />
    </Flex>
  );
}

function CountOf({ meetingId, motionId }: { meetingId: string; motionId: string }) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.meetings.desk(meetingId), [api, meetingId]));
  const { reload } = query;
  const desk = query.status === 'ready' ? query.data : null;
  const askRevision = useCallback(() => api.meetings.revision(meetingId), [api, meetingId]);
  useRevision(desk?.revision ?? null, askRevision, reload);
  const motion = desk?.motions.find(({ id }) => id === motionId);
  return (
    <PageFrame
      width="reading"
      title={t('count.title')}
      subtitle={motion ? <strong>{t('motion.heading', { number: motion.number, title: motion.title })}</strong> : null}
      back={{ to: paths.desk(meetingId, 'motions'), label: desk?.title ?? t('desk.title') }}
    >
      {desk && motion ? (
        <Count desk={desk} motion={motion} reload={reload} />
      ) : (
        <Loaded query={query}>{() => <EmptyState title={t('count.noMotion')} hint={t('count.noMotionHint')} />}</Loaded>
      )}
    </PageFrame>
  );
}

/** 计票: one teller enters what they counted, like on the paper sheet. */
export function CountPage() {
  const { id = '', motionId = '' } = useParams();
  return (
    <RulesProvider>
      <CountOf key={motionId} meetingId={id} motionId={motionId} />
    </RulesProvider>
  );
}
