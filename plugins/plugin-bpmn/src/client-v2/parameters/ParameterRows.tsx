import { useMemo } from 'react';
import type { ParameterRow } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { DataTable, DateTime, Muted, TextLink, type DataColumn } from '../shared';
import { ComingValue } from './ComingValue';
import { ParameterState } from './ParameterState';
import { limitInWords, originInWords, valueInWords } from './parameterWords';

const columnsFor = (t: Translate, placeId: string | null): DataColumn<ParameterRow>[] => [
  {
    key: 'name',
    title: t('parameter.name'),
    maxWidth: 220,
    render: (row) => (
      <>
        <TextLink to={paths.parameter(row.key, placeId)}>{row.name}</TextLink>
        <br />
        <Muted small>{row.key}</Muted>
      </>
    ),
  },
  {
    key: 'value',
    maxWidth: 170,
    title: t('parameter.value'),
    render: (row) => (
      <>
        <strong>{valueInWords(row.value, row, t)}</strong>
        <ComingValue parameter={row} />
      </>
    ),
  },
  { key: 'state', title: t('parameter.state'), maxWidth: 220, render: (row) => <ParameterState parameter={row} /> },
  {
    key: 'origin',
    title: t('parameter.origin'),
    render: (row) => (
      <>
        {originInWords(row, t)}
        {row.effectiveFrom === null ? null : (
          <>
            <br />
            <Muted small>
              {t('parameter.since')} <DateTime at={row.effectiveFrom} dayOnly />
            </Muted>
          </>
        )}
      </>
    ),
  },
  {
    key: 'limit',
    maxWidth: 180,
    title: t('parameter.limit'),
    render: (row) => (
      <>
        {limitInWords(row, t) ?? <Muted>{t('common.none')}</Muted>}
        {row.needsApprover ? (
          <>
            <br />
            <Muted small>{t('parameter.alwaysApproved')}</Muted>
          </>
        ) : null}
      </>
    ),
  },
  { key: 'source', title: t('parameter.source'), maxWidth: 300, render: ({ source }) => source },
];

/** Parameters of one group. */
export function ParameterRows({ label, rows, placeId }: { label: string; rows: ParameterRow[]; placeId: string | null }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t, placeId), [t, placeId]);
  return <DataTable label={t('common.listOf', { name: label })} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
