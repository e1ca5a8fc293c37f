import { App, DatePicker, Form, Input, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useCallback, useMemo } from 'react';
import type { ClosingBody } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';
import { everyWeekday, WEEKDAYS } from './closingWords';
import { Effect } from './Effect';

/** 0: every day. */
interface ClosingValues {
  reason: string;
  kind: ClosingBody['kind'];
  from?: Dayjs;
  until?: Dayjs;
  weekday: number;
  name?: string;
  source?: string;
}

const dayOf = (day: Dayjs | undefined): string => day?.format('YYYY-MM-DD') ?? '';

const toClosing = ({ kind, from, until, weekday, name, source }: ClosingValues) => ({
  kind,
  from: dayOf(from),
  until: dayOf(until),
  weekday: weekday || null,
  name: (name ?? '').trim(),
  source: (source ?? '').trim(),
});

function Consequence({ placeId }: { placeId: string }) {
  const form = Form.useFormInstance<ClosingValues>();
  const from = Form.useWatch<Dayjs | undefined>('from', form);
  const until = Form.useWatch<Dayjs | undefined>('until', form);
  const kind = Form.useWatch<ClosingBody['kind'] | undefined>('kind', form);
  const weekday = Form.useWatch<number | undefined>('weekday', form);
  if (!from || !until || !kind || until.isBefore(from, 'day')) return <Effect change={null} />;
  // names and sources move nothing
  const closing = toClosing({ reason: '', kind, from, until, weekday: weekday ?? 0 });
  return <Effect change={{ placeId, days: [], closing }} />;
}

function Stretch() {
  const t = useT();
  const form = Form.useFormInstance<ClosingValues>();
  const from = Form.useWatch<Dayjs | undefined>('from', form);
  const needed = (name: string) => ({ required: true, message: t('common.fillIn', { name }) });
  const inOrder = {
    validator: async (_: unknown, until?: Dayjs) => {
      if (until && from && until.isBefore(from, 'day')) throw new Error(t('calendar.closing.order'));
    },
  };
  const days = useMemo(
    () => [
      { value: 0, label: t('calendar.closing.everyDay') },
      ...WEEKDAYS.map((value) => ({ value, label: everyWeekday(value, t) })),
    ],
    [t],
  );
  return (
    <>
      <Form.Item name="from" label={t('calendar.closing.from')} rules={[needed(t('calendar.closing.from'))]}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="until"
        label={t('calendar.closing.until')}
        dependencies={['from']}
        rules={[needed(t('calendar.closing.until')), inOrder]}
      >
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="weekday" label={t('calendar.closing.days')}>
        <Select options={days} />
      </Form.Item>
    </>
  );
}

export interface AddClosingProps {
  placeId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Closes a place for a while, or opens it while others rest; says before how many deadlines move. */
export function AddClosing({ placeId, onDone, onCancel }: AddClosingProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { run, ...state } = useCommand(
    useCallback((values: ClosingValues) => api.calendars.addClosing({ placeId, ...toClosing(values) }), [api, placeId]),
  );
  const initial = useMemo((): Partial<ClosingValues> => ({ reason: '', kind: 'rest', weekday: 0 }), []);
  const kinds = useMemo(
    () => (['rest', 'working'] as const).map((value) => ({ value, label: t(`calendar.closing.kind.${value}`) })),
    [t],
  );
  const required = (name: string) => [{ required: true, whitespace: true, message: t('common.fillIn', { name }) }];
  return (
    <ActDialog<ClosingValues>
      {...state}
      title={t('calendar.addClosing')}
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
      <Form.Item name="kind" label={t('calendar.closing.kind')}>
        <Radio.Group options={kinds} />
      </Form.Item>
      <Stretch />
      <Form.Item
        name="name"
        label={t('calendar.name')}
        extra={t('calendar.closing.nameHint')}
        rules={required(t('calendar.name'))}
      >
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
    </ActDialog>
  );
}
