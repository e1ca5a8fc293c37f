import { BellOutlined } from '@ant-design/icons';
import { Badge } from 'antd';
import type { InboxRow, InboxTab } from '../../common/api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { DateTime, DeadlineTag, Muted, StatusTag, ToneTag, VisuallyHidden, TextLink } from '../shared';

export const keyOf = (row: InboxRow): string => row.taskId ?? row.instanceId;

const addressOf = (row: InboxRow): string => (row.taskId ? paths.task(row.taskId) : paths.instance(row.instanceId));

/** The title is the way in; unread ones carry a dot and bold letters. */
export function RowLink({ row }: { row: InboxRow }) {
  const t = useT();
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {row.isUnread ? (
        <>
          <Badge status="processing" /> <VisuallyHidden>{t('inbox.unread')}</VisuallyHidden>
        </>
      ) : null}
      <TextLink to={addressOf(row)}>{row.isUnread ? <strong>{row.title}</strong> : row.title}</TextLink>
    </span>
  );
}

/** Marks that say why this row is here or urgent. */
export function RowMarks({ row }: { row: InboxRow }) {
  const t = useT();
  return (
    <>
      {row.actingFor ? <ToneTag tone="info">{t('inbox.actingFor', { name: row.actingFor.name })}</ToneTag> : null}
      {row.remindedAt !== null && row.closedAt === null ? (
        <ToneTag tone="warning" icon={<BellOutlined aria-hidden />}>
          {t('inbox.reminded')}
        </ToneTag>
      ) : null}
    </>
  );
}

/** What the list is about: the deadline of open work, the result of work that is done, the state of a case and when it is due. */
export function RowState({ row, tab }: { row: InboxRow; tab: InboxTab }) {
  const t = useT();
  if (tab === 'todo') return <DeadlineTag deadline={row.deadline} />;
  if (tab === 'done') return <>{row.outcomeName ?? t('inbox.noOutcome')}</>;
  return (
    <>
      <StatusTag status={row.status} />
      {row.deadline ? <DeadlineTag deadline={row.deadline} /> : null}
    </>
  );
}

/** The instant that the list is ordered by. */
export function RowTime({ row, tab }: { row: InboxRow; tab: InboxTab }) {
  return <DateTime at={tab === 'done' ? (row.closedAt ?? row.openedAt) : row.openedAt} />;
}

export function RowPlace({ row }: { row: InboxRow }) {
  const t = useT();
  return row.place ? <>{row.place.name}</> : <Muted>{t('common.none')}</Muted>;
}
