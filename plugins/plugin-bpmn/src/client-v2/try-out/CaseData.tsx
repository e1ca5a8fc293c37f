import { Collapse, Descriptions } from 'antd';
import type { TryOutView } from '../../common/api';
import { useT } from '../i18n';

const inWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function Values({ values, label }: { values: Record<string, unknown>; label: string }) {
  const shown = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  return (
    <Descriptions
      aria-label={label}
      size="small"
      column={1}
      bordered
      items={shown.map(([name, value]) => ({
        key: name,
        label: name,
        children: <span style={{ overflowWrap: 'anywhere' }}>{inWords(value)}</span>,
      }))}
    />
  );
}

/** What the cases know: for whoever wonders why a condition went the other way. */
export function CaseData({ view: { cases } }: { view: TryOutView }) {
  const t = useT();
  const items = cases.flatMap(({ id, processName, variables, record }) => [
    {
      key: `${id} variables`,
      label: t('tryOut.variablesOf', { name: processName }),
      children: <Values values={variables} label={t('tryOut.variablesOf', { name: processName })} />,
    },
    ...(record
      ? [
          {
            key: `${id} record`,
            label: t('tryOut.recordOf', { name: processName }),
            children: <Values values={record} label={t('tryOut.recordOf', { name: processName })} />,
          },
        ]
      : []),
  ]);
  return <Collapse size="small" items={items} />;
}
