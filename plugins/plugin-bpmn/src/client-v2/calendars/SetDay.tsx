import { App, DatePicker, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useCallback, useMemo } from 'react';
import type { CalendarDayBody, CalendarDayView, SetCalendarDayBody } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';
import { Effect } from './Effect';

interface DayValues {
  reason: string;
  date?: Dayjs;
  kind: CalendarDayBody['kind'];
  name?: string;
  source?: string;
}

/** The day that the dialog is about: one of the calendar, or a date only. */
export type PickedDay = { readonly date: string | null; readonly known: CalendarDayView | null };

const toBody = ({ date, kind, name, source }: DayValues, placeId: string | null): SetCalendarDayBody => ({
  placeId,
  date: date?.format('YYYY-MM-DD') ?? '',
  kind,
  name: kind === 'plain' ? '' : (name ?? '').trim(),
  source: kind === 'plain' ? '' : (source ?? '').trim(),
});

function Consequence({ placeId }: { placeId: string | null }) {
  const form = Form.useFormInstance<DayValues>();
  const date = Form.useWatch<Dayjs | undefined>('date', form);
  const kind = Form.useWatch<DayValues['kind'] | undefined>('kind', form);
  // names and sources move nothing
  const change = date && kind ? { placeId, days: [{ date: date.format('YYYY-MM-DD'), kind, name: '', source: '' }] } : null;
  return <Effect change={change} />;
}

function Ground() {
  const t = useT();
  const kind = Form.useWatch<DayValues['kind'] | undefined>('kind');
  if (kind === 'plain') return null;
  const required = (name: string) => [{ required: true, whitespace: true, message: t('common.fillIn', { name }) }];
  return (
    <>
      <Form.Item name="name" label={t('calendar.name')} extra={t('calendar.nameHint')} rules={required(t('calendar.name'))}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="source"
        label={t('calendar.source')}
        extra={t('calendar.sourceHint')}
        rules={required(t('calendar.source'))}
      >
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}

export interface SetDayProps {
  picked: PickedDay;
  placeId: string | null;
  onDone: () => void;
  onCancel: () => void;
}

/** Makes a day one of rest or of work, or takes back what was set; says before how many deadlines move. */
export function SetDay({ picked, placeId, onDone, onCancel }: SetDayProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { date, known } = picked;
  const { run, ...state } = useCommand(
    useCallback((values: DayValues) => api.calendars.setDay(toBody(values, placeId)), [api, placeId]),
  );
  const initial = useMemo(
    (): Partial<DayValues> => ({
      reason: '',
      date: date === null ? undefined : dayjs(date),
      kind: known?.kind ?? 'rest',
      name: known?.name,
      source: known?.isOwn ? known.source : undefined,
    }),
    [date, known],
  );
  const kinds = useMemo(
    () =>
      (['rest', 'working', ...(known?.isOwn ? (['plain'] as const) : [])] as const).map((value) => ({
        value,
        label: t(`calendar.${value}`),
      })),
    [known, t],
  );
  return (
    <ActDialog<DayValues>
      {...state}
      title={date === null ? t('calendar.add') : t('calendar.changeOf', { date })}
      consequence={<Consequence placeId={placeId} />}
      okText={t('calendar.save')}
      isReasonAsked={false}
      initialValues={initial}
      onOk={async (values) => {
        const done = await run(values);
        if (!done) return;
        message.success(t('calendar.saved', { moved: done.value.moved }));
        onDone();
      }}
      onCancel={onCancel}
    >
      <Form.Item
        name="date"
        label={t('calendar.date')}
        rules={[{ required: true, message: t('common.fillIn', { name: t('calendar.date') }) }]}
      >
        <DatePicker disabled={date !== null} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="kind" label={t('calendar.kind')}>
        <Radio.Group options={kinds} />
      </Form.Item>
      <Ground />
    </ActDialog>
  );
}
