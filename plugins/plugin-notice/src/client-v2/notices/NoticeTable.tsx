import { DataTable, Muted, TextLink, type DataColumn } from '@wuxin/plugin-bpmn/client-v2';
import { useMemo } from 'react';
import type { NoticeRow } from '../../common/api';
import { useSaid, useT, type TextKey } from '../i18n';
import { paths } from '../routes';
import { POST_TEXT, StatusTag, usePeriodWords } from '../shared';

interface Props {
  label: string;
  rows: readonly NoticeRow[];
  today: string;
  /** Says what the reader has to do next. */
  isWaiting?: boolean;
}

/** What whoever has a turn does next. */
function turnOf({ status, posts }: NoticeRow): TextKey | null {
  if (status === 'draft' && posts.includes('drafter')) return 'notice.turn.draft';
  if (status === 'submitted' && posts.includes('approver')) return 'notice.turn.submitted';
  if (status === 'approved' && posts.includes('poster')) return 'notice.turn.approved';
  if (status === 'posting' && posts.includes('poster')) return 'notice.turn.posting';
  return null;
}

function useColumns(today: string, isWaiting: boolean): DataColumn<NoticeRow>[] {
  const t = useT();
  const said = useSaid();
  const periodOf = usePeriodWords();
  return useMemo(() => {
    const postsOf = ({ posts }: NoticeRow) =>
      posts.length > 0 ? posts.map((post) => t(POST_TEXT[post])).join(t('notice.and')) : null;
    const turn = (row: NoticeRow) => {
      const key = turnOf(row);
      return key ? <strong>{t(key)}</strong> : null;
    };
    return [
      {
        key: 'title',
        title: t('notice.titleColumn'),
        maxWidth: 420,
        render: ({ id, title, number }) => (
          <>
            <TextLink to={paths.desk(id)}>{title}</TextLink>
            <br />
            <Muted small>{number}</Muted>
          </>
        ),
      },
      ...(isWaiting ? [{ key: 'turn', title: t('notice.nextStep'), render: turn }] : []),
      { key: 'status', title: t('notice.statusColumn'), render: ({ status }) => <StatusTag status={status} /> },
      { key: 'kind', title: t('notice.kind'), render: ({ kindTitle }) => said(kindTitle) },
      { key: 'place', title: t('notice.place'), render: ({ place }) => place?.name ?? null },
      ...(isWaiting
        ? []
        : [
            { key: 'period', title: t('notice.period'), maxWidth: 260, render: (row: NoticeRow) => periodOf(row, today) || null },
            { key: 'posts', title: t('notice.myPost'), render: postsOf },
          ]),
    ];
  }, [t, said, periodOf, today, isWaiting]);
}

/** Notices as a table, and as cards on a phone. */
export function NoticeTable({ label, rows, today, isWaiting = false }: Props) {
  const columns = useColumns(today, isWaiting);
  return <DataTable label={label} columns={columns} rows={[...rows]} rowKey={({ id }) => id} />;
}
