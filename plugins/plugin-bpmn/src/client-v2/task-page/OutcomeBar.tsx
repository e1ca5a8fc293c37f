import { Button, Modal, theme } from 'antd';
import { useId, useState } from 'react';
import type { OutcomeView } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { FailureAlert, Muted, useFloatingButtonRoom, useIsPhone } from '../shared';
import { DraftNote } from './DraftNote';
import type { Hindrance, TaskWork } from './useTaskWork';

const HINDRANCE_TEXT: Record<NonNullable<Hindrance>, TextKey> = {
  formLoading: 'task.outcomesWaitForForm',
  uploading: 'task.outcomesWait',
  uploadFailed: 'task.outcomesFailedUpload',
};

interface OutcomeButtonProps {
  outcome: OutcomeView;
  isPhone: boolean;
  isRunning: boolean;
  /** Why no outcome can be chosen now: the element that says so. */
  waitingId: string | undefined;
  onPress: () => void;
}

function OutcomeButton({ outcome, isPhone, isRunning, waitingId, onPress }: OutcomeButtonProps) {
  const hintId = useId();
  const showsHint = !isPhone && outcome.consequence !== null;
  const descriptions = [waitingId, showsHint ? hintId : undefined].filter(Boolean).join(' ');
  return (
    <div>
      <Button
        block
        size="large"
        type={outcome.kind === 'primary' ? 'primary' : 'default'}
        danger={outcome.kind === 'danger'}
        disabled={isRunning || waitingId !== undefined}
        aria-describedby={descriptions || undefined}
        onClick={onPress}
      >
        {outcome.name}
      </Button>
      {showsHint ? (
        <div id={hintId}>
          <Muted small>{outcome.consequence}</Muted>
        </div>
      ) : null}
    </div>
  );
}

/** On a phone there is no room beside the buttons: whatever has a consequence says it in a question. */
const needsQuestion = (outcome: OutcomeView, isPhone: boolean) =>
  outcome.kind === 'danger' || (isPhone && outcome.consequence !== null);

export interface OutcomeBarProps {
  outcomes: OutcomeView[];
  /** Nothing of it is saved before it is handed in. */
  isConfidential: boolean;
  work: TaskWork;
  onReload: () => void;
}

/** The ways to decide a task, always in reach at the lower edge, each with what follows from it. */
export function OutcomeBar({ outcomes, isConfidential, work, onReload }: OutcomeBarProps) {
  const t = useT();
  const { token } = theme.useToken();
  const isPhone = useIsPhone();
  const floatingButtonRoom = useFloatingButtonRoom();
  const padding = isPhone ? token.paddingXS : token.paddingSM;
  const [asked, setAsked] = useState<OutcomeView | null>(null);
  const waitingId = useId();
  const { hindrance } = work;

  const press = async (outcome: OutcomeView) => {
    if (!(await work.check(outcome))) return;
    if (needsQuestion(outcome, isPhone)) setAsked(outcome);
    else await work.complete(outcome);
  };
  const confirm = async () => {
    if (asked) await work.complete(asked);
    setAsked(null);
  };

  return (
    <div
      role="group"
      aria-label={t('task.outcomes')}
      style={{
        position: 'sticky',
        bottom: 0,
        zIndex: 2,
        padding,
        paddingInlineEnd: padding + floatingButtonRoom,
        background: token.colorBgElevated,
        borderRadius: token.borderRadiusLG,
        boxShadow: token.boxShadowSecondary,
      }}
    >
      <FailureAlert failure={work.completion.failure} onReload={onReload} />
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: `repeat(auto-fit, minmax(${isPhone ? 130 : 170}px, 1fr))`,
          gap: token.marginXS,
        }}
      >
        {outcomes.map((outcome) => (
          <OutcomeButton
            key={outcome.key}
            outcome={outcome}
            isPhone={isPhone}
            isRunning={work.completion.isRunning}
            waitingId={hindrance ? waitingId : undefined}
            onPress={() => void press(outcome)}
          />
        ))}
      </div>
      {hindrance ? (
        <div id={waitingId} role="status">
          <Muted small>{t(HINDRANCE_TEXT[hindrance])}</Muted>
        </div>
      ) : null}
      {isConfidential ? null : <DraftNote state={work.draft.state} />}
      <Modal
        open={asked !== null}
        title={t('task.confirmTitle', { outcome: asked?.name ?? '' })}
        okText={asked?.name}
        cancelText={t('common.cancel')}
        okButtonProps={{ danger: asked?.kind === 'danger', loading: work.completion.isRunning, disabled: hindrance !== null }}
        onOk={() => void confirm()}
        onCancel={() => setAsked(null)}
      >
        {asked?.consequence ?? t('task.confirmText')}
      </Modal>
    </div>
  );
}
