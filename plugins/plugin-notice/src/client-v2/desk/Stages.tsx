import { useIsPhone } from '@wuxin/plugin-bpmn/client-v2';
import { Steps } from 'antd';
import type { NoticeDesk } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { useDesk } from './desk-context';

const STAGES = ['draft', 'check', 'approve', 'publish', 'post', 'period', 'end'] as const;
type Stage = (typeof STAGES)[number];

const TEXT: Record<Stage, TextKey> = {
  draft: 'noticeDesk.stage.draft',
  check: 'noticeDesk.stage.check',
  approve: 'noticeDesk.stage.approve',
  publish: 'noticeDesk.stage.publish',
  post: 'noticeDesk.stage.post',
  period: 'noticeDesk.stage.period',
  end: 'noticeDesk.stage.end',
};

/** The stage that a notice is at; what was withdrawn or cancelled stopped where it was. */
function stageOf({ status, check, publishedAt, startsOn, submittedAt, approvedAt, body }: NoticeDesk): Stage {
  if (status === 'ended') return 'end';
  if (startsOn !== null) return 'period';
  if (publishedAt !== null) return 'post';
  if (approvedAt !== null) return 'publish';
  if (submittedAt !== null) return 'approve';
  return body.length > 0 && !check?.isCurrent ? 'check' : body.length > 0 ? 'approve' : 'draft';
}

/** How far it is, from the draft to the end of its period. */
export function Stages() {
  const t = useT();
  const isPhone = useIsPhone();
  const { notice } = useDesk();
  const current = STAGES.indexOf(stageOf(notice));
  const isStopped = notice.status === 'withdrawn' || notice.status === 'cancelled';
  if (isPhone) {
    const stage = STAGES[current] ?? 'draft';
    return (
      <p style={{ margin: 0 }}>{t('noticeDesk.stageOf', { number: current + 1, count: STAGES.length, name: t(TEXT[stage]) })}</p>
    );
  }
  return (
    <Steps
      size="small"
      current={current}
      status={isStopped ? 'error' : notice.status === 'ended' ? 'finish' : 'process'}
      items={STAGES.map((stage) => ({ title: t(TEXT[stage]) }))}
    />
  );
}
