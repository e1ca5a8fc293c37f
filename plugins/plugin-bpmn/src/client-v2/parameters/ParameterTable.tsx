import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { ParameterView } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { useRightTo } from '../rights';
import { paths } from '../routes';
import { EmptyState, Muted, DataTable, TextLink, type DataColumn } from '../shared';
import { ConfirmParameter } from './ConfirmParameter';
import { ParameterState } from './ParameterState';
import { limitInWords, valueInWords } from './parameterWords';

const columnsFor = (
  t: Translate,
  mayConfirm: ReturnType<typeof useRightTo>,
  onConfirm: (parameter: ParameterView) => void,
): DataColumn<ParameterView>[] => [
  {
    title: t('parameter.name'),
    key: 'name',
    maxWidth: 220,
    render: (row) => (
      <>
        <TextLink to={paths.parameter(row.key)}>{row.name}</TextLink>
        <br />
        <Muted small>{row.key}</Muted>
      </>
    ),
  },
  { title: t('parameter.value'), key: 'value', render: (row) => valueInWords(row.value, row, t) },
  {
    title: t('parameter.limit'),
    key: 'limit',
    maxWidth: 180,
    render: (row) => limitInWords(row, t) ?? <Muted>{t('common.none')}</Muted>,
  },
  { key: 'source', title: t('parameter.source'), maxWidth: 300, render: ({ source }) => source },
  { title: t('parameter.state'), key: 'state', render: (row) => <ParameterState parameter={row} /> },
  {
    title: t('common.actions'),
    key: 'actions',
    render: (row) =>
      row.isConfirmed || row.certainty !== 'unsure' ? null : (
        <Button
          size="small"
          disabled={!mayConfirm.may}
          title={mayConfirm.why}
          onClick={() => onConfirm(row)}
          aria-label={t('parameter.confirmTitle', { name: row.name })}
        >
          {t('parameter.confirm')}
        </Button>
      ),
  },
];

/** The thresholds that a process uses, with where they come from and whether anybody stands for them. */
export function ParameterTable({ parameters, onChanged }: { parameters: ParameterView[]; onChanged: () => void }) {
  const t = useT();
  const [confirming, setConfirming] = useState<ParameterView | null>(null);
  const { may, why } = useRightTo('parameters');
  const columns = useMemo(() => columnsFor(t, { may, why }, setConfirming), [t, may, why]);
  if (parameters.length === 0) return <EmptyState title={t('parameter.empty')} hint={t('parameter.emptyHint')} />;
  return (
    <>
      <DataTable
        label={t('common.listOf', { name: t('parameter.name') })}
        columns={columns}
        rows={parameters}
        rowKey={(row) => row.key}
      />
      {confirming ? (
        <ConfirmParameter
          parameter={confirming}
          onDone={() => {
            setConfirming(null);
            onChanged();
          }}
          onCancel={() => setConfirming(null)}
        />
      ) : null}
    </>
  );
}
