import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  FormOutlined,
  NotificationOutlined,
  PauseCircleOutlined,
  PlayCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { ToneTag, type Tone } from '@wuxin/plugin-bpmn/client-v2';
import type { ReactNode } from 'react';
import type { MeetingStatus, MotionStatus, Secrecy } from '../../common/api';
import { useT } from '../i18n';
import { MEETING_STATUS_TEXT, MOTION_STATUS_TEXT, SECRECY_TEXT } from './words';

interface Look {
  tone: Tone;
  icon: ReactNode;
}

const MEETING: Record<MeetingStatus, Look> = {
  draft: { tone: 'neutral', icon: <EditOutlined /> },
  convened: { tone: 'info', icon: <NotificationOutlined /> },
  open: { tone: 'success', icon: <PlayCircleOutlined /> },
  adjourned: { tone: 'warning', icon: <PauseCircleOutlined /> },
  closed: { tone: 'neutral', icon: <CheckCircleOutlined /> },
  notHeld: { tone: 'danger', icon: <StopOutlined /> },
  cancelled: { tone: 'neutral', icon: <StopOutlined /> },
};

const MOTION: Record<MotionStatus, Look> = {
  waiting: { tone: 'neutral', icon: <ClockCircleOutlined /> },
  open: { tone: 'success', icon: <PlayCircleOutlined /> },
  counting: { tone: 'warning', icon: <FormOutlined /> },
  decided: { tone: 'info', icon: <CheckCircleOutlined /> },
  withdrawn: { tone: 'neutral', icon: <StopOutlined /> },
  void: { tone: 'danger', icon: <StopOutlined /> },
};

/** Where a meeting stands, in words, icon and colour. */
export function MeetingStatusTag({ status }: { status: MeetingStatus }) {
  const t = useT();
  return <ToneTag {...MEETING[status]}>{t(MEETING_STATUS_TEXT[status])}</ToneTag>;
}

export function MotionStatusTag({ status }: { status: MotionStatus }) {
  const t = useT();
  return <ToneTag {...MOTION[status]}>{t(MOTION_STATUS_TEXT[status])}</ToneTag>;
}

/** How secret a vote really is. */
export function SecrecyTag({ secrecy }: { secrecy: Secrecy }) {
  const t = useT();
  const icon = secrecy === 'open' ? <EyeOutlined /> : <EyeInvisibleOutlined />;
  return (
    <ToneTag tone={secrecy === 'linkable' ? 'warning' : 'neutral'} icon={icon}>
      {t(SECRECY_TEXT[secrecy])}
    </ToneTag>
  );
}
