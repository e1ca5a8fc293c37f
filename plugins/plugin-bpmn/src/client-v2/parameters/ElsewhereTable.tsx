import { useMemo } from 'react';
import type { ParameterDetail, ParameterRow } from '../../common/api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { DataTable, DateTime, TextLink, ToneTag, type DataColumn } from '../shared';
import { valueInWords } from './parameterWords';

type Row = ParameterDetail['elsewhere'][number];

/** Places with a value of their own, each a way to look from there. */
export function ElsewhereTable({ rows, parameter }: { rows: Row[]; parameter: ParameterRow }) {
  const t = useT();
  const columns = useMemo<DataColumn<Row>[]>(
    () => [
      {
        key: 'place',
        title: t('parameter.place'),
        render: ({ place }) => <TextLink to={paths.parameter(parameter.key, place.id)}>{place.name}</TextLink>,
      },
      { key: 'value', title: t('parameter.value'), render: ({ value }) => valueInWords(value, parameter, t) },
      {
        key: 'since',
        title: t('parameter.since'),
        render: ({ effectiveFrom, isComing }) => (
          <>
            <DateTime at={effectiveFrom} dayOnly /> {isComing ? <ToneTag tone="info">{t('parameter.notYet')}</ToneTag> : null}
          </>
        ),
      },
    ],
    [t, parameter],
  );
  return (
    <DataTable
      label={t('common.listOf', { name: t('parameter.place') })}
      columns={columns}
      rows={rows}
      rowKey={({ place }) => place.id}
    />
  );
}
