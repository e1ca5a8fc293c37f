import { DatePicker, Flex, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useCallback } from 'react';
import type { NewStandInBody } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog, PersonPicker } from '../shared';
import { ProcessFields } from './ProcessFields';

export interface GiveValues {
  reason: string;
  absent?: number;
  standIn: number;
  from: Dayjs;
  until: Dayjs;
  extent: 'all' | 'some';
  processKeys?: string[];
}

const DAY = 'YYYY-MM-DD';
const isOver = (day: Dayjs) => day.isBefore(dayjs(), 'day');

const toBody = ({ absent, standIn, from, until, extent, processKeys, reason }: GiveValues): NewStandInBody => ({
  absentId: absent,
  standInId: standIn,
  fromOn: from.format(DAY),
  untilOn: until.format(DAY),
  processKeys: extent === 'some' ? processKeys : null,
  reason,
});

function PersonField({ name, label }: { name: 'absent' | 'standIn'; label: string }) {
  const t = useT();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('common.fillIn', { name: label }) }]}>
      <PersonPicker label={label} purpose="standIn" />
    </Form.Item>
  );
}

/** Two fields and not one for a range, whose calendar is wider than a phone. */
function DateFields() {
  const t = useT();
  const required = (name: string) => ({ required: true, message: t('common.fillIn', { name }) });
  const notBeforeFirst = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: (_: unknown, until?: Dayjs) => {
      const from = getFieldValue('from');
      const isBackwards = until !== undefined && dayjs.isDayjs(from) && until.isBefore(from, 'day');
      return isBackwards ? Promise.reject(new Error(t('standIn.backwards'))) : Promise.resolve();
    },
  });
  const whole = { width: '100%' };
  return (
    <Flex gap="middle" wrap>
      <Form.Item name="from" label={t('standIn.from')} rules={[required(t('standIn.from'))]} style={{ flex: '1 1 160px' }}>
        <DatePicker disabledDate={isOver} style={whole} />
      </Form.Item>
      <Form.Item
        name="until"
        label={t('standIn.until')}
        dependencies={['from']}
        rules={[required(t('standIn.until')), notBeforeFirst]}
        style={{ flex: '1 1 160px' }}
      >
        <DatePicker disabledDate={isOver} style={whole} />
      </Form.Item>
    </Flex>
  );
}

export interface GiveStandInProps {
  /** Administrators give one for somebody who cannot. */
  isForOther?: boolean;
  onDone: () => void;
  onCancel: () => void;
}

/** Names a stand-in: who, when, for what, why. */
export function GiveStandIn({ isForOther = false, onDone, onCancel }: GiveStandInProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(useCallback((values: GiveValues) => api.standIns.create(toBody(values)), [api]));
  return (
    <ActDialog<GiveValues>
      {...state}
      title={isForOther ? t('standIn.giveForOther') : t('standIn.give')}
      consequence={t(isForOther ? 'standIn.consequenceForOther' : 'standIn.consequence')}
      okText={t('standIn.giveButton')}
      onOk={async (values) => {
        if (await run(values)) onDone();
      }}
      onCancel={onCancel}
    >
      {isForOther ? <PersonField name="absent" label={t('standIn.absent')} /> : null}
      <PersonField name="standIn" label={t('standIn.standIn')} />
      <DateFields />
      <ProcessFields isForOther={isForOther} />
    </ActDialog>
  );
}
