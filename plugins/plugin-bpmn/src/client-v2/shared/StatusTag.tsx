import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  PauseCircleOutlined,
  PlayCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { InstanceStatus, TaskStatus } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { ToneTag, type Tone } from './ToneTag';

type Status = InstanceStatus | TaskStatus;

const LOOK: Record<Status, { tone: Tone; icon: ReactNode; text: TextKey }> = {
  open: { tone: 'info', icon: <PlayCircleOutlined />, text: 'status.open' },
  running: { tone: 'info', icon: <PlayCircleOutlined />, text: 'status.running' },
  suspended: { tone: 'warning', icon: <PauseCircleOutlined />, text: 'status.suspended' },
  completed: { tone: 'success', icon: <CheckCircleOutlined />, text: 'status.completed' },
  terminated: { tone: 'danger', icon: <CloseCircleOutlined />, text: 'status.terminated' },
  cancelled: { tone: 'neutral', icon: <StopOutlined />, text: 'status.cancelled' },
};

/** State of a case or task in words, icon and colour. */
export function StatusTag({ status, isTask = false }: { status: Status; isTask?: boolean }) {
  const t = useT();
  const { tone, icon, text } = LOOK[status];
  return (
    <ToneTag tone={tone} icon={icon}>
      {isTask && status === 'completed' ? t('status.done') : t(text)}
    </ToneTag>
  );
}
