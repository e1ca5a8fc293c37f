import { App, Form, InputNumber } from 'antd';
import { useCallback, useMemo } from 'react';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog, Muted } from '../shared';
import { Effect } from './Effect';

interface ExtendValues {
  reason: string;
  year: number | null;
}

const endOf = (year: number) => `${year}-12-31`;

function Consequence() {
  const year = Form.useWatch<number | null | undefined>('year');
  return <Effect change={year ? { placeId: null, days: [], coveredUntil: endOf(year) } : null} />;
}

export interface ExtendCalendarProps {
  coveredUntil: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Says that the days of a further year are all entered: deadlines in it are certain from then on. */
export function ExtendCalendar({ coveredUntil, onDone, onCancel }: ExtendCalendarProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const next = Number(coveredUntil.slice(0, 4)) + 1;
  const { run, ...state } = useCommand(
    useCallback((year: number) => api.calendars.extend({ days: [], coveredUntil: endOf(year) }), [api]),
  );
  const initial = useMemo(() => ({ reason: '', year: next }), [next]);
  return (
    <ActDialog<ExtendValues>
      {...state}
      title={t('calendar.extend')}
      tone="warning"
      consequence={<Consequence />}
      okText={t('calendar.extend')}
      isReasonAsked={false}
      initialValues={initial}
      onOk={async ({ year }) => {
        const done = year === null ? null : await run(year);
        if (!done) return;
        message.success(t('calendar.extended', { moved: done.value.moved, confirmed: done.value.confirmed }));
        onDone();
      }}
      onCancel={onCancel}
    >
      <Form.Item
        name="year"
        label={t('calendar.untilEndOf')}
        rules={[{ required: true, message: t('common.fillIn', { name: t('calendar.untilEndOf') }) }]}
      >
        <InputNumber min={next} max={next + 1} style={{ width: '100%' }} />
      </Form.Item>
      <Muted>{t('calendar.extendHint')}</Muted>
    </ActDialog>
  );
}
