import { Button, Flex } from 'antd';
import { useMemo } from 'react';
import type { CalendarYear, ClosingView } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { DataTable, DateTime, Muted, Panel, ToneTag, type DataColumn } from '../shared';
import { stretchInWords } from './closingWords';

const SOURCE_WIDTH = 320;

const columnsFor = (t: Translate, onRemove: (closing: ClosingView) => void): DataColumn<ClosingView>[] => [
  {
    key: 'name',
    title: t('calendar.closing.when'),
    render: (closing) => (
      <>
        <strong>{closing.name}</strong>
        <br />
        {stretchInWords(closing, t)}
      </>
    ),
  },
  {
    key: 'kind',
    title: t('calendar.closing.kind'),
    render: ({ kind }) => <ToneTag tone={kind === 'rest' ? 'danger' : 'info'}>{t(`calendar.closing.kind.${kind}`)}</ToneTag>,
  },
  { key: 'place', title: t('calendar.closing.place'), render: ({ place }) => place.name },
  { key: 'source', title: t('calendar.source'), maxWidth: SOURCE_WIDTH, render: ({ source }) => source },
  {
    key: 'set',
    title: t('calendar.setBy'),
    render: ({ setBy, setAt }) => (
      <>
        {setBy?.name}
        <br />
        {setAt === null ? null : <DateTime at={setAt} />}
      </>
    ),
  },
  {
    key: 'actions',
    title: t('common.actions'),
    render: (closing) =>
      closing.isOwn ? (
        <Button
          size="small"
          onClick={() => onRemove(closing)}
          aria-label={t('calendar.closing.removeOf', { name: closing.name })}
        >
          {t('calendar.closing.remove')}
        </Button>
      ) : (
        <Muted small>{t('calendar.closing.fromAbove')}</Muted>
      ),
  },
];

export interface ClosingsProps {
  year: CalendarYear;
  onAdd: () => void;
  onRemove: (closing: ClosingView) => void;
}

/** When the place that is looked at is closed, or open while others rest. */
export function Closings({ year: { place, closings }, onAdd, onRemove }: ClosingsProps) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t, onRemove), [t, onRemove]);
  return (
    <Panel
      title={t('calendar.closings')}
      extra={
        place ? (
          <Button size="small" onClick={onAdd}>
            {t('calendar.addClosing')}
          </Button>
        ) : null
      }
    >
      <Flex vertical gap="small">
        <Muted>{t(place ? 'calendar.closingsLead' : 'calendar.closingsChoose')}</Muted>
        {place && closings.length === 0 ? <span>{t('calendar.closingsNone', { name: place.name })}</span> : null}
        {closings.length > 0 ? (
          <DataTable
            label={t('common.listOf', { name: t('calendar.closings') })}
            columns={columns}
            rows={closings}
            rowKey={({ id }) => id}
          />
        ) : null}
      </Flex>
    </Panel>
  );
}
