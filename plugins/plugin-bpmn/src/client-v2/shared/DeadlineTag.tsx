import { ClockCircleOutlined, ExclamationCircleOutlined, PauseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { DeadlineLevel, DeadlineView } from '../../common/api';
import { useT } from '../i18n';
import { dueInWords, LEVEL_TEXT, timeLeft } from './deadline';
import { Muted } from './Muted';
import { ToneTag, type Tone } from './ToneTag';
import { useNow } from './useNow';

const LOOK: Record<DeadlineLevel, { tone: Tone; icon: ReactNode }> = {
  onTime: { tone: 'success', icon: <ClockCircleOutlined /> },
  near: { tone: 'warning', icon: <ExclamationCircleOutlined /> },
  overdue: { tone: 'danger', icon: <WarningOutlined /> },
};

/** A level in words, icon and colour. */
export function LevelTag({ level, children }: { level: DeadlineLevel; children?: ReactNode }) {
  const t = useT();
  return (
    <ToneTag tone={LOOK[level].tone} icon={LOOK[level].icon}>
      {children ?? t(LEVEL_TEXT[level])}
    </ToneTag>
  );
}

/** How long is left; the exact instant and its reason as a hint. */
export function DeadlineTag({ deadline }: { deadline: DeadlineView | null }) {
  const t = useT();
  const now = useNow();
  if (!deadline) return <Muted small>{t('deadline.none')}</Muted>;
  if (deadline.stopped)
    return (
      <span title={dueInWords(deadline, t)}>
        <ToneTag tone="info" icon={<PauseCircleOutlined />}>
          {t('deadline.stopped')}
        </ToneTag>
      </span>
    );
  const { key, count } = timeLeft(deadline, now);
  return (
    <span title={dueInWords(deadline, t)}>
      <LevelTag level={deadline.level}>
        {t(key, { count })}
        {deadline.isProvisional ? t('deadline.provisional') : null}
      </LevelTag>
    </span>
  );
}

/** The deadline in full, for the page of one task or case. */
export function DeadlineLine({ deadline }: { deadline: DeadlineView }) {
  const t = useT();
  return (
    <span>
      <DeadlineTag deadline={deadline} />{' '}
      <Muted small>
        {dueInWords(deadline, t)}
        {deadline.isProvisional ? ` ${t('deadline.provisionalWhy')}` : null}
      </Muted>
    </span>
  );
}
