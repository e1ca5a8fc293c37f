import { useMemo } from 'react';
import type { DecisionRow } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { DataTable, DateTime, EmptyState, Loaded, Muted, PageFrame, TextLink, ToneTag, type DataColumn } from '../shared';
import { HIT_POLICY_TEXT } from './words';

function UsedBy({ row }: { row: DecisionRow }) {
  const t = useT();
  if (row.usedBy.length === 0) return <Muted>{t('decision.unused')}</Muted>;
  return (
    <>
      {row.usedBy.map(({ processKey, processName, isCurrent }) => (
        <div key={processKey}>
          {processName} {isCurrent ? null : <ToneTag tone="warning">{t('decision.outdated')}</ToneTag>}
        </div>
      ))}
    </>
  );
}

const columnsFor = (t: Translate): DataColumn<DecisionRow>[] => [
  {
    key: 'name',
    title: t('decision.table'),
    render: (row) => (
      <>
        <TextLink to={paths.decision(row.key)}>{row.name}</TextLink>
        <br />
        <Muted small>{row.key}</Muted>
      </>
    ),
  },
  { key: 'policy', title: t('decision.hitPolicy'), render: ({ hitPolicy }) => t(HIT_POLICY_TEXT[hitPolicy]) },
  { key: 'rules', title: t('decision.rules'), align: 'center', render: ({ rules }) => rules },
  { key: 'number', title: t('version.number'), render: ({ number }) => t('version.numbered', { number }) },
  {
    key: 'changed',
    title: t('decision.changed'),
    render: ({ changedAt, changedBy }) => (
      <>
        <DateTime at={changedAt} />
        <br />
        <Muted small>{changedBy?.name ?? t('decision.fromPack')}</Muted>
      </>
    ),
  },
  { key: 'used', title: t('decision.usedBy'), render: (row) => <UsedBy row={row} /> },
];

/** 决策表: rules that administrators change without code. */
export function DecisionsPage() {
  const t = useT();
  const api = useApi();
  const query = useQuery(api.decisions.overview);
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <PageFrame title={t('decision.title')} subtitle={<Muted>{t('decision.lead')}</Muted>}>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('decision.empty')} hint={t('decision.emptyHint')} />
          ) : (
            <DataTable
              label={t('common.listOf', { name: t('decision.title') })}
              columns={columns}
              rows={rows}
              rowKey={({ key }) => key}
            />
          )
        }
      </Loaded>
    </PageFrame>
  );
}
