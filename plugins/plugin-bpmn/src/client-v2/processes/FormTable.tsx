import { useMemo } from 'react';
import type { ProcessDetail } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { useRightTo } from '../rights';
import { paths } from '../routes';
import { EmptyState, LinkButton, Muted, DataTable, type DataColumn } from '../shared';

type UserTask = ProcessDetail['userTasks'][number];

const columnsFor = (t: Translate, processKey: string, design: ReturnType<typeof useRightTo>): DataColumn<UserTask>[] => [
  { key: 'name', title: t('form.task'), render: (row) => row.name },
  {
    title: t('form.fields'),
    key: 'fields',
    render: (task) => (task.hasForm ? t('form.fieldCount', { count: task.fieldCount }) : <Muted>{t('form.none')}</Muted>),
  },
  {
    title: t('common.actions'),
    key: 'actions',
    render: (task) => (
      <LinkButton
        size="small"
        disabled={!design.may}
        title={design.why}
        to={paths.taskForm(processKey, task.elementId)}
        aria-label={t('form.designOf', { name: task.name })}
      >
        {t('form.design')}
      </LinkButton>
    ),
  },
];

/** The forms of a process, one per user task. */
export function FormTable({ detail }: { detail: ProcessDetail }) {
  const t = useT();
  const { key } = detail.process;
  const { may, why } = useRightTo('design');
  const columns = useMemo(() => columnsFor(t, key, { may, why }), [t, key, may, why]);
  if (detail.userTasks.length === 0) return <EmptyState title={t('form.empty')} hint={t('form.emptyHint')} />;
  return (
    <DataTable
      label={t('common.listOf', { name: t('form.task') })}
      columns={columns}
      rows={detail.userTasks}
      rowKey={(row) => row.elementId}
    />
  );
}
