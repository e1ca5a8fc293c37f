import { DataTable, Muted, TextLink, useIsPhone, type DataColumn } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, theme } from 'antd';
import { useMemo } from 'react';
import type { ObjectionRow } from '../../common/api';
import { paths } from './paths';
import { DueTag, StatusTag } from './Tags';
import { CHANNEL_TEXT, DECISION_TEXT, LEVEL_TEXT, useT } from './texts';

function useColumns(): DataColumn<ObjectionRow>[] {
  const t = useT();
  return useMemo(
    () => [
      {
        key: 'number',
        title: t('objection.page.number'),
        render: ({ id, number }) => <TextLink to={paths.desk(id)}>{number}</TextLink>,
      },
      { key: 'due', title: t('objection.page.dueColumn'), render: (row) => (row.dueOn === null ? '—' : <DueTag row={row} />) },
      {
        key: 'status',
        title: t('objection.page.statusColumn'),
        render: ({ status, decision }) => (
          <Flex gap={4} wrap>
            <StatusTag status={status} />
            {decision === null ? null : <Muted small>{t(DECISION_TEXT[decision])}</Muted>}
          </Flex>
        ),
      },
      {
        key: 'notice',
        title: t('objection.page.notice'),
        maxWidth: 320,
        render: ({ notice }) => (
          <TextLink to={paths.ofNotice(notice.id)} label={t('objection.page.onlyNotice', { title: notice.title })}>
            {notice.title}
          </TextLink>
        ),
      },
      { key: 'level', title: t('objection.page.levelColumn'), render: ({ level }) => t(LEVEL_TEXT[level]) },
      { key: 'place', title: t('objection.page.place'), render: ({ place }) => place?.name ?? '—' },
      {
        key: 'received',
        title: t('objection.page.receivedOn'),
        render: ({ receivedOn, channel }) => t('objection.page.receivedBy', { receivedOn, channel: t(CHANNEL_TEXT[channel]) }),
      },
      { key: 'people', title: t('objection.page.people'), render: ({ people }) => people },
    ],
    [t],
  );
}

function ObjectionCard({ row }: { row: ObjectionRow }) {
  const t = useT();
  const { token } = theme.useToken();
  const { id, number, notice, place, level, people, receivedOn, channel } = row;
  return (
    <Flex vertical gap={token.marginXS}>
      <Flex gap={token.marginXS} wrap align="center">
        <StatusTag status={row.status} />
        <DueTag row={row} />
      </Flex>
      <strong style={{ overflowWrap: 'anywhere' }}>
        <TextLink to={paths.desk(id)}>{t('objection.page.numbered', { number })}</TextLink>
      </strong>
      <span style={{ overflowWrap: 'anywhere' }}>{notice.title}</span>
      <Muted small>
        {[place?.name, t(LEVEL_TEXT[level]), t('objection.page.receivedBy', { receivedOn, channel: t(CHANNEL_TEXT[channel]) }), people > 1 ? t('objection.page.peopleOf', { people }) : null] // prettier-ignore
          .flatMap((one) => one ?? [])
          .join(' · ')}
      </Muted>
    </Flex>
  );
}

/** Objections as a table, on a phone as cards with what is due on top. */
export function ObjectionTable({ label, rows }: { label: string; rows: ObjectionRow[] }) {
  const columns = useColumns();
  const isPhone = useIsPhone();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      renderCard={isPhone ? (row) => <ObjectionCard row={row} /> : undefined}
    />
  );
}
