import { CheckCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Flex, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import type { ParameterView } from '../../common/api';
import { useT, type TextKey, type Translate } from '../i18n';
import { EmptyState, Muted, ToneTag } from '../shared';
import { ConfirmParameter } from './ConfirmParameter';
import { limitInWords, valueInWords } from './parameterWords';

const CERTAINTY_TEXT: Record<ParameterView['certainty'], TextKey> = {
  found: 'parameter.found',
  known: 'parameter.known',
  unsure: 'parameter.unsure',
};

export function ParameterState({ parameter }: { parameter: ParameterView }) {
  const t = useT();
  const isOpen = parameter.certainty === 'unsure' && !parameter.isConfirmed;
  return (
    <Flex gap={8} wrap>
      {isOpen ? (
        <ToneTag tone="warning" icon={<QuestionCircleOutlined />}>
          {t('parameter.toConfirm')}
        </ToneTag>
      ) : (
        <ToneTag tone="success" icon={<CheckCircleOutlined />}>
          {parameter.isConfirmed ? t('parameter.confirmed') : t(CERTAINTY_TEXT[parameter.certainty])}
        </ToneTag>
      )}
      {parameter.mark ? <ToneTag tone="info">{parameter.mark}</ToneTag> : null}
    </Flex>
  );
}

const columnsFor = (t: Translate, onConfirm: (parameter: ParameterView) => void): TableColumnsType<ParameterView> => [
  {
    title: t('parameter.name'),
    key: 'name',
    render: (_, row) => (
      <>
        {row.name}
        <br />
        <Muted small>{row.key}</Muted>
      </>
    ),
  },
  { title: t('parameter.value'), key: 'value', render: (_, row) => valueInWords(row.value, row.unit, t) },
  { title: t('parameter.limit'), key: 'limit', render: (_, row) => limitInWords(row, t) ?? <Muted>{t('common.none')}</Muted> },
  { title: t('parameter.source'), dataIndex: 'source' },
  { title: t('parameter.state'), key: 'state', render: (_, row) => <ParameterState parameter={row} /> },
  {
    title: t('common.actions'),
    key: 'actions',
    render: (_, row) =>
      row.isConfirmed ? null : (
        <Button size="small" onClick={() => onConfirm(row)} aria-label={t('parameter.confirmTitle', { name: row.name })}>
          {t('parameter.confirm')}
        </Button>
      ),
  },
];

/** The thresholds that a process uses, with where they come from and whether anybody stands for them. */
export function ParameterTable({ parameters, onChanged }: { parameters: ParameterView[]; onChanged: () => void }) {
  const t = useT();
  const [confirming, setConfirming] = useState<ParameterView | null>(null);
  const columns = useMemo(() => columnsFor(t, setConfirming), [t]);
  if (parameters.length === 0) return <EmptyState title={t('parameter.empty')} hint={t('parameter.emptyHint')} />;
  return (
    <>
      <Table size="small" rowKey="key" columns={columns} dataSource={parameters} pagination={false} scroll={{ x: 820 }} />
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
