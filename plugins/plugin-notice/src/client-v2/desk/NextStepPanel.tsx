import { LinkButton, Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Card, Flex, theme } from 'antd';
import { useState, type ReactNode } from 'react';
import { useT, type TextKey, type Translate } from '../i18n';
import { RedactionDialog } from '../redaction';
import { paths } from '../routes';
import { POST_TEXT, useDay } from '../shared';
import { Approve, Publish, Return, Submit } from './FlowActs';
import { useDesk } from './desk-context';
import { nextStepOf, type NextStep } from './next-step';

function CheckButton({ isMain }: { isMain: boolean }) {
  const t = useT();
  const { notice, reload } = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button type={isMain ? 'primary' : 'default'} size={isMain ? 'large' : 'middle'} onClick={() => setIsOpen(true)}>
        {t(notice.check === null ? 'noticeDesk.check' : 'noticeDesk.checkAgain')}
      </Button>
      {isOpen ? (
        <RedactionDialog
          notice={notice}
          onClose={() => setIsOpen(false)}
          onDone={() => {
            setIsOpen(false);
            reload();
          }}
        />
      ) : null}
    </>
  );
}

function titleOf(step: NextStep, t: Translate, dayOf: (day: string) => string): string {
  switch (step.kind) {
    case 'name':
      return t('noticeDesk.step.name', { posts: step.posts.map((post) => t(POST_TEXT[post])).join(t('notice.and')) });
    case 'post':
    case 'confirm':
    case 'papers':
      return t(`noticeDesk.step.${step.kind}`, { count: step.boards });
    case 'waitUntil':
      return t('noticeDesk.step.waitUntil', { day: dayOf(step.day) });
    case 'waitFor': {
      const post = t(POST_TEXT[step.post]);
      if (step.people.length === 0) return t('noticeDesk.step.waitForNobody', { post });
      return t('noticeDesk.step.waitFor', { post, people: step.people.join(t('notice.and')) });
    }
    case 'running':
      return t('noticeDesk.step.running', { day: dayOf(step.endsOn) });
    case 'corrected':
      return t('noticeDesk.step.corrected', { number: step.next.number });
    case 'write':
    case 'check':
    case 'submit':
    case 'approve':
    case 'publish':
    case 'finished':
    case 'cancelled':
      return t(`noticeDesk.step.${step.kind}`);
  }
}

const HINT: Partial<Record<NextStep['kind'], TextKey>> = {
  check: 'noticeDesk.hint.check',
  submit: 'noticeDesk.hint.submit',
  approve: 'noticeDesk.hint.approve',
  publish: 'noticeDesk.hint.publish',
  post: 'noticeDesk.hint.post',
  confirm: 'noticeDesk.hint.confirm',
  papers: 'noticeDesk.hint.papers',
};

function ButtonOf({ step }: { step: NextStep }): ReactNode {
  const t = useT();
  const { notice } = useDesk();
  switch (step.kind) {
    case 'write':
    case 'name':
      return (
        <LinkButton type="primary" size="large" to={paths.editNotice(notice.id)}>
          {t('noticeDesk.edit')}
        </LinkButton>
      );
    case 'check':
      return <CheckButton isMain />;
    case 'submit':
      return (
        <>
          <Submit />
          <CheckButton isMain={false} />
        </>
      );
    case 'approve':
      return (
        <>
          <Approve />
          <Return />
        </>
      );
    case 'publish':
      return <Publish />;
    case 'corrected':
      return <LinkButton to={paths.desk(step.next.id)}>{t('noticeDesk.openNext')}</LinkButton>;
    case 'post':
    case 'confirm':
    case 'papers':
    case 'waitUntil':
    case 'waitFor':
    case 'running':
    case 'finished':
    case 'cancelled':
      return null;
  }
}

/** 下一步: in large type, with its button, for whoever looks. */
export function NextStepPanel() {
  const t = useT();
  const { token } = theme.useToken();
  const { notice } = useDesk();
  const dayOf = useDay(notice.today);
  const step = nextStepOf(notice);
  const hint = HINT[step.kind];
  return (
    <Card
      style={{ borderColor: token.colorPrimaryBorder, background: token.colorPrimaryBg }}
      styles={{ body: { padding: token.padding } }}
    >
      <Flex vertical gap="small">
        <strong style={{ fontSize: token.fontSizeHeading3, lineHeight: token.lineHeightHeading3, overflowWrap: 'anywhere' }}>
          {titleOf(step, t, dayOf)}
        </strong>
        {hint ? <span>{t(hint)}</span> : null}
        {step.kind === 'running' && notice.takesObjections ? (
          <Muted>{t('noticeDesk.openObjections', { count: step.openObjections })}</Muted>
        ) : null}
        <Flex gap="small" wrap>
          <ButtonOf step={step} />
        </Flex>
      </Flex>
    </Card>
  );
}
