import { ClockCircleOutlined, ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import type { ObjectionRow, ObjectionStatus } from '../../common/api';
import { STATUS_TEXT, STATUS_TONE, useT } from './texts';

export function StatusTag({ status }: { status: ObjectionStatus }) {
  const t = useT();
  return <ToneTag tone={STATUS_TONE[status]}>{t(STATUS_TEXT[status])}</ToneTag>;
}

/** How long is left for the next thing, in the working days of the place. */
export function DueTag({ row }: { row: Pick<ObjectionRow, 'dueOn' | 'workingDaysLeft' | 'isOverdue' | 'status'> }) {
  const t = useT();
  const { dueOn, workingDaysLeft: left, isOverdue, status } = row;
  if (dueOn === null || left === null) return null;
  if (status === 'answered') return <ToneTag tone="neutral">{t('objection.page.due.appeal', { dueOn })}</ToneTag>;
  return (
    <span title={t('objection.page.due.on', { dueOn })}>
      {isOverdue ? (
        <ToneTag tone="danger" icon={<WarningOutlined />}>
          {left < 0 ? t('objection.page.due.late', { count: -left }) : t('objection.page.due.justLate')}
        </ToneTag>
      ) : (
        <ToneTag tone={left < 1 ? 'warning' : 'info'} icon={left < 1 ? <ExclamationCircleOutlined /> : <ClockCircleOutlined />}>
          {left < 1 ? t('objection.page.due.today') : t('objection.page.due.left', { count: left })}
        </ToneTag>
      )}
    </span>
  );
}
