import { DateTime, Muted, Panel, TextLink } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Descriptions, Flex, theme } from 'antd';
import type { ReactNode } from 'react';
import type { ObjectionView, PersonRef } from '../../common/api';
import { paths } from './paths';
import { CHANNEL_TEXT, DECISION_TEXT, RECONSIDERATION_TEXT, stepInWords, useT } from './texts';

function Words({ children }: { children: string }) {
  const { token } = theme.useToken();
  return <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: token.fontSizeLG }}>{children}</div>;
}

function Signed({ by, at }: { by: PersonRef | null; at: number | null }) {
  return (
    <Muted small>
      {by === null ? null : `${by.name} · `}
      {at === null ? null : <DateTime at={at} />}
    </Muted>
  );
}

function Said({
  title,
  head,
  text,
  by,
  at,
}: {
  title: string;
  head?: ReactNode;
  text: string;
  by: PersonRef | null;
  at: number | null;
}) {
  return (
    <Panel title={title}>
      <Flex vertical gap="small">
        {head ? <strong>{head}</strong> : null}
        <Words>{text}</Words>
        <Signed by={by} at={at} />
      </Flex>
    </Panel>
  );
}

/** What it is about, and what it says; where words are left out, why. */
export function ObjectionText({ view }: { view: ObjectionView }) {
  const t = useT();
  const { notice, place, receivedOn, channel, people, against, text, isMasked, lateReason, caseWentOn } = view;
  const items = [
    [t('objection.page.notice'), <TextLink key="notice" to={paths.notice(notice.id)}>{`${notice.title}（${notice.number}）`}</TextLink>], // prettier-ignore
    [t('objection.page.place'), place?.name ?? '—'],
    [t('objection.page.receivedOn'), t('objection.page.receivedBy', { receivedOn, channel: t(CHANNEL_TEXT[channel]) })],
    ...(lateReason === null ? [] : [[t('objection.page.lateReason'), lateReason]]),
    [t('objection.page.people'), people],
    ...(against ? [[t('objection.page.against'), against.name]] : []),
  ].map(([label, children], index) => ({ key: index, label, children }));
  return (
    <Panel title={t('objection.page.text')}>
      <Flex vertical gap="middle">
        {isMasked ? (
          <Alert type="info" showIcon message={t('objection.page.isMasked')} description={t('objection.page.isMaskedWhy')} />
        ) : null}
        {caseWentOn ? <Alert type="warning" showIcon message={t('objection.page.isCaseOn')} /> : null}
        <Words>{text}</Words>
        <Descriptions column={1} size="small" items={items} />
      </Flex>
    </Panel>
  );
}

/** What became of it so far, in the order in which it happened. */
export function ObjectionOutcome({ view }: { view: ObjectionView }) {
  const t = useT();
  const { status, hearingOn, hearingNotes, decision, answer, affectedStep, appeal, reconsideration, reconsiderationText } = view;
  const answerHead = status === 'refused' ? t('objection.page.status.refused') : decision && t(DECISION_TEXT[decision]);
  const affected = affectedStep && (view.steps.find((one) => one.step === affectedStep) ?? { step: affectedStep, title: null });
  const step = affected ? t('objection.page.atStep', { step: stepInWords(t, affected) }) : null;
  return (
    <>
      {hearingOn === null ? null : (
        <Said title={t('objection.page.hearing')} head={hearingOn} text={hearingNotes ?? t('objection.page.notesHidden')} by={null} at={null} /> // prettier-ignore
      )}
      {answer === null ? null : (
        <Said title={t('objection.page.answer')} head={[answerHead, reconsideration ? null : step].flatMap((one) => one ?? []).join(' · ')} text={answer} by={view.answeredBy} at={view.answeredAt} /> // prettier-ignore
      )}
      {appeal === null ? null : <Said title={t('objection.page.appeal')} text={appeal} by={null} at={view.appealedAt} />}
      {reconsideration === null || reconsiderationText === null ? null : (
        <Said title={t('objection.page.reconsideration')} head={[t(RECONSIDERATION_TEXT[reconsideration]), step].flatMap((one) => one ?? []).join(' · ')} text={reconsiderationText} by={view.reconsideredBy} at={view.reconsideredAt} /> // prettier-ignore
      )}
    </>
  );
}
