import { Alert, Button, Flex, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { CalendarDayView, CalendarYear, ClosingView } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { PlaceChoice } from '../parameters';
import { Loaded, Muted, PageFrame, Panel, useAddressFilter, useIsPhone, useNow } from '../shared';
import { SettingChanges } from '../setting-changes';
import { AddClosing } from './AddClosing';
import { Closings } from './Closings';
import { ExceptionTable } from './ExceptionTable';
import { ExtendCalendar } from './ExtendCalendar';
import { ImportArrangement } from './ImportArrangement';
import { NextYear } from './NextYear';
import { RemoveClosing } from './RemoveClosing';
import { SetDay, type PickedDay } from './SetDay';
import { YearGrid } from './YearGrid';
import type { YearDay } from './year';

type FilterKey = 'place' | 'year';
type Open =
  | { kind: 'day'; picked: PickedDay }
  | { kind: 'addClosing' }
  | { kind: 'removeClosing'; closing: ClosingView }
  | { kind: 'extend' }
  | { kind: 'import' }
  | null;

const YEARS_BEFORE = 3;
const YEARS_AFTER = 3;

function YearChoice({ year }: { year: number }) {
  const t = useT();
  const { change } = useAddressFilter<FilterKey>();
  const options = useMemo(
    () =>
      Array.from({ length: YEARS_BEFORE + YEARS_AFTER }, (_, index) => {
        const value = year - YEARS_BEFORE + 1 + index;
        return { value, label: t('calendar.year', { year: value }) };
      }),
    [year, t],
  );
  return (
    <Select
      aria-label={t('calendar.yearChoice')}
      value={year}
      options={options}
      onChange={(chosen) => change({ year: String(chosen) })}
    />
  );
}

function OtherCalendars({ year }: { year: CalendarYear }) {
  const t = useT();
  const { change } = useAddressFilter<FilterKey>();
  const places = year.calendars.flatMap(({ place, ownDays, closings }) =>
    place && ownDays + closings > 0 ? [{ place, count: ownDays + closings }] : [],
  );
  if (places.length === 0) return null;
  return (
    <Flex gap="small" wrap align="center">
      <Muted>{t('calendar.ofPlaces')}</Muted>
      {places.map(({ place, count }) => (
        <Button key={place.id} size="small" onClick={() => change({ place: place.id })}>
          {t('calendar.ofPlace', { name: place.name, count })}
        </Button>
      ))}
    </Flex>
  );
}

interface YearProps {
  year: CalendarYear;
  onPick: (picked: PickedDay) => void;
  onAddClosing: () => void;
  onRemoveClosing: (closing: ClosingView) => void;
}

function Year({ year, onPick, onAddClosing, onRemoveClosing }: YearProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const pickDay = useCallback(({ date, exception }: YearDay) => onPick({ date, known: exception }), [onPick]);
  const pickRow = useCallback((day: CalendarDayView) => onPick({ date: day.date, known: day }), [onPick]);
  const isCovered = year.coveredUntil >= `${year.year}-12-31`;
  const closings = <Closings year={year} onAdd={onAddClosing} onRemove={onRemoveClosing} />;
  return (
    <Flex vertical gap="middle">
      <Alert
        type={isCovered ? 'info' : 'warning'}
        showIcon
        message={t('calendar.coveredUntil', { date: year.coveredUntil })}
        description={t(isCovered ? 'calendar.covered' : 'calendar.notCovered')}
      />
      {isCovered ? <NextYear coveredUntil={year.coveredUntil} /> : null}
      <OtherCalendars year={year} />
      {year.place ? closings : null}
      {isPhone ? null : <YearGrid year={year} onPick={pickDay} />}
      {year.place ? null : closings}
      <Panel title={t('calendar.exceptions')}>
        <ExceptionTable year={year} onChange={pickRow} />
      </Panel>
    </Flex>
  );
}

/** 工作日历: which days count as working days, and until when that is known, for administrators. */
export function CalendarsPage() {
  const t = useT();
  const api = useApi();
  const { search, change } = useAddressFilter<FilterKey>();
  const thisYear = new Date(useNow()).getFullYear();
  const placeId = search.get('place');
  const year = Number(search.get('year')) || thisYear;
  const query = useQuery(useCallback(() => api.calendars.year(year, placeId), [api, year, placeId]));
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const [changes, setChanges] = useState(0);
  const finish = () => {
    close();
    query.reload();
    setChanges((count) => count + 1);
  };
  const loadChanges = useCallback((page: number) => api.calendars.changes(placeId, page), [api, placeId]);
  const pick = useCallback((picked: PickedDay) => setOpen({ kind: 'day', picked }), []);
  return (
    <PageFrame
      title={t('calendar.title')}
      subtitle={<Muted>{t('calendar.lead')}</Muted>}
      extra={
        query.status === 'ready' ? (
          <Flex gap="small" wrap>
            {placeId === null ? <Button onClick={() => setOpen({ kind: 'import' })}>{t('calendar.import')}</Button> : null}
            {placeId === null ? <Button onClick={() => setOpen({ kind: 'extend' })}>{t('calendar.extend')}</Button> : null}
            <Button type="primary" onClick={() => pick({ date: null, known: null })}>
              {t('calendar.add')}
            </Button>
          </Flex>
        ) : null
      }
    >
      <Loaded query={query}>
        {(data) => (
          <Flex vertical gap="middle">
            <Flex gap="small" wrap>
              <YearChoice year={year} />
              <PlaceChoice place={data.place} onChange={(place) => change({ place })} />
            </Flex>
            <Year
              year={data}
              onPick={pick}
              onAddClosing={() => setOpen({ kind: 'addClosing' })}
              onRemoveClosing={(closing) => setOpen({ kind: 'removeClosing', closing })}
            />
            <SettingChanges key={changes} load={loadChanges} />
          </Flex>
        )}
      </Loaded>
      {open?.kind === 'day' ? <SetDay picked={open.picked} placeId={placeId} onDone={finish} onCancel={close} /> : null}
      {open?.kind === 'addClosing' && placeId !== null ? <AddClosing placeId={placeId} onDone={finish} onCancel={close} /> : null}
      {open?.kind === 'removeClosing' ? <RemoveClosing closing={open.closing} onDone={finish} onCancel={close} /> : null}
      {open?.kind === 'import' && query.status === 'ready' ? (
        <ImportArrangement coveredUntil={query.data.coveredUntil} onDone={finish} onCancel={close} />
      ) : null}
      {open?.kind === 'extend' && query.status === 'ready' ? (
        <ExtendCalendar coveredUntil={query.data.coveredUntil} onDone={finish} onCancel={close} />
      ) : null}
    </PageFrame>
  );
}
