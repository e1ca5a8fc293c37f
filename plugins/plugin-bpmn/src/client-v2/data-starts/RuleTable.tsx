import { Button, Flex, Space } from 'antd';
import { useMemo } from 'react';
import type { DataStartRow } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { DataTable, Muted, TextLink, ToneTag, type DataColumn } from '../shared';
import { FailedStarts } from './FailedStarts';

export interface RuleActs {
  change: (rule: DataStartRow) => void;
  remove: (rule: DataStartRow) => void;
  onRetried: () => void;
}

const CONDITION_WIDTH = 320;

function Condition({ row }: { row: DataStartRow }) {
  const t = useT();
  if (row.condition === null) return <>{t('dataStart.always')}</>;
  return row.conditionText === null ? (
    <code style={{ overflowWrap: 'anywhere' }}>{row.condition}</code>
  ) : (
    <>{row.conditionText}</>
  );
}

function State({ row, onRetried }: { row: DataStartRow; onRetried: () => void }) {
  const t = useT();
  return (
    <Flex vertical gap="small" align="flex-start">
      <ToneTag tone={row.isEnabled ? 'success' : 'neutral'}>
        {t(row.isEnabled ? 'dataStart.enabled' : 'dataStart.disabled')}
      </ToneTag>
      {row.isPublished ? null : <ToneTag tone="warning">{t('dataStart.notPublished')}</ToneTag>}
      {row.failed.length > 0 ? <FailedStarts rule={row} onRetried={onRetried} /> : null}
    </Flex>
  );
}

const columnsFor = (t: Translate, { change, remove, onRetried }: RuleActs): DataColumn<DataStartRow>[] => [
  { key: 'name', title: t('dataStart.name'), render: ({ name }) => <strong>{name}</strong> },
  {
    key: 'when',
    title: t('dataStart.event'),
    render: (row) => (
      <>
        {row.collectionTitle}
        <br />
        <Muted small>{t(`dataStart.event.${row.event}`)}</Muted>
      </>
    ),
  },
  { key: 'condition', title: t('dataStart.condition'), maxWidth: CONDITION_WIDTH, render: (row) => <Condition row={row} /> },
  {
    key: 'process',
    title: t('dataStart.process'),
    render: (row) => <TextLink to={paths.process(row.processKey)}>{row.processName}</TextLink>,
  },
  {
    key: 'state',
    title: t('dataStart.state'),
    maxWidth: CONDITION_WIDTH,
    render: (row) => <State row={row} onRetried={onRetried} />,
  },
  {
    key: 'actions',
    title: t('common.actions'),
    render: (row) => (
      <Space wrap>
        <Button size="small" onClick={() => change(row)} aria-label={t('dataStart.change', { name: row.name })}>
          {t('dataStart.changeButton')}
        </Button>
        <Button size="small" danger onClick={() => remove(row)} aria-label={t('dataStart.removeOf', { name: row.name })}>
          {t('dataStart.remove')}
        </Button>
      </Space>
    ),
  },
];

export function RuleTable({ rows, ...acts }: { rows: DataStartRow[] } & RuleActs) {
  const t = useT();
  const { change, remove, onRetried } = acts;
  const columns = useMemo(() => columnsFor(t, { change, remove, onRetried }), [t, change, remove, onRetried]);
  return (
    <DataTable label={t('common.listOf', { name: t('dataStart.title') })} columns={columns} rows={rows} rowKey={({ id }) => id} />
  );
}
