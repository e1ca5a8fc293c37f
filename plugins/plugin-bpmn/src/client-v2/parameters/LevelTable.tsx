import { CheckCircleOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import type { ParameterLevel } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { DataTable, DateTime, Muted, ToneTag, type DataColumn } from '../shared';
import { MarkTag } from './MarkTag';
import { placeInWords, valueInWords, type Measured } from './parameterWords';

const keyOf = ({ kind, place }: ParameterLevel) => place?.id ?? kind;

function nameOf({ kind, place }: ParameterLevel, t: Translate): string {
  if (place) return placeInWords(place, t);
  return kind === 'default' ? t('parameter.fromDefault') : t('parameter.everywhere');
}

function Own({ level, of }: { level: ParameterLevel; of: Measured }) {
  const t = useT();
  const { value, mark, coming } = level;
  return (
    <>
      {value === undefined ? <Muted>{t('parameter.notSetHere')}</Muted> : valueInWords(value, of, t)} <MarkTag mark={mark} />
      {coming ? (
        <>
          <br />
          <Muted small>
            {t('parameter.coming', { value: valueInWords(coming.value, of, t) })} <DateTime at={coming.effectiveFrom} dayOnly />
          </Muted>
        </>
      ) : null}
    </>
  );
}

const columnsFor = (t: Translate, of: Measured): DataColumn<ParameterLevel>[] => [
  { key: 'name', title: t('parameter.level'), render: (level) => nameOf(level, t) },
  { key: 'value', title: t('parameter.value'), render: (level) => <Own level={level} of={of} /> },
  {
    key: 'since',
    title: t('parameter.since'),
    render: ({ effectiveFrom }) =>
      effectiveFrom === null ? <Muted>{t('common.none')}</Muted> : <DateTime at={effectiveFrom} dayOnly />,
  },
  {
    key: 'state',
    title: t('parameter.state'),
    render: (level) => {
      if (level.isInForce) {
        return (
          <ToneTag tone="success" icon={<CheckCircleOutlined />}>
            {t('parameter.holds')}
          </ToneTag>
        );
      }
      return <Muted>{level.value === undefined ? t('common.none') : t('parameter.overridden')}</Muted>;
    },
  },
];

/** The way on which a value is looked for: the nearest one holds. */
export function LevelTable({ chain, of }: { chain: ParameterLevel[]; of: Measured }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t, of), [t, of]);
  return <DataTable label={t('parameter.wayTitle')} columns={columns} rows={chain} rowKey={keyOf} />;
}
