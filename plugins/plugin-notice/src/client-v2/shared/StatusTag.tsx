import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  NotificationOutlined,
  PushpinOutlined,
  RollbackOutlined,
  SendOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { ToneTag, type Tone } from '@wuxin/plugin-bpmn/client-v2';
import type { ReactNode } from 'react';
import type { NoticeStatus } from '../../common/api';
import { useT } from '../i18n';
import { STATUS_TEXT } from './words';

const LOOK: Record<NoticeStatus, { tone: Tone; icon: ReactNode }> = {
  draft: { tone: 'neutral', icon: <EditOutlined /> },
  submitted: { tone: 'warning', icon: <ClockCircleOutlined /> },
  approved: { tone: 'info', icon: <SendOutlined /> },
  posting: { tone: 'info', icon: <PushpinOutlined /> },
  running: { tone: 'success', icon: <NotificationOutlined /> },
  ended: { tone: 'neutral', icon: <CheckCircleOutlined /> },
  withdrawn: { tone: 'danger', icon: <RollbackOutlined /> },
  cancelled: { tone: 'neutral', icon: <StopOutlined /> },
};

/** Where a notice stands, in words, icon and colour. */
export function StatusTag({ status }: { status: NoticeStatus }) {
  const t = useT();
  return <ToneTag {...LOOK[status]}>{t(STATUS_TEXT[status])}</ToneTag>;
}
