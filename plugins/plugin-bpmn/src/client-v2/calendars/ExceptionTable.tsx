import { Button } from 'antd';
import { useMemo } from 'react';
import type { CalendarDayView, CalendarYear } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { DataTable, DateTime, EmptyState, Muted, ToneTag, type DataColumn } from '../shared';

const SOURCE_WIDTH = 360;

const columnsFor = (t: Translate, onChange: (day: CalendarDayView) => void): DataColumn<CalendarDayView>[] => [
  {
    key: 'date',
    title: t('calendar.date'),
    render: ({ date, name }) => (
      <>
        <strong>{date}</strong> {name}
      </>
    ),
  },
  {
    key: 'kind',
    title: t('calendar.kind'),
    render: ({ kind }) => <ToneTag tone={kind === 'rest' ? 'danger' : 'info'}>{t(`calendar.kind.${kind}`)}</ToneTag>,
  },
  {
    key: 'source',
    title: t('calendar.source'),
    maxWidth: SOURCE_WIDTH,
    render: ({ source, setBy, date }) =>
      setBy ? source : t('calendar.publishedSource', { year: date.slice(0, 4), data: source }),
  },
  {
    key: 'set',
    title: t('calendar.setBy'),
    render: ({ setBy, setAt }) =>
      setBy ? (
        <>
          {setBy.name}
          <br />
          {setAt === null ? null : <DateTime at={setAt} />}
        </>
      ) : (
        <Muted>{t('calendar.published')}</Muted>
      ),
  },
  {
    key: 'actions',
    title: t('common.actions'),
    render: (day) => (
      <Button size="small" onClick={() => onChange(day)} aria-label={t('calendar.changeOf', { date: day.date })}>
        {t('calendar.change')}
      </Button>
    ),
  },
];

/** The days of a year that differ from the plain week, with who set them and by what. */
export function ExceptionTable({ year, onChange }: { year: CalendarYear; onChange: (day: CalendarDayView) => void }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t, onChange), [t, onChange]);
  if (year.days.length === 0)
    return <EmptyState title={t('calendar.noDays', { year: year.year })} hint={t('calendar.noDaysHint')} />;
  return (
    <DataTable
      label={t('common.listOf', { name: t('calendar.exceptions') })}
      columns={columns}
      rows={year.days}
      rowKey={({ date }) => date}
    />
  );
}
