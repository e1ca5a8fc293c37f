import { Act, Choice, useQuery, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Input } from 'antd';
import { useCallback } from 'react';
import { useApi } from './api';
import { useT, useTitle } from './texts';

interface Values extends ActValues {
  dutyId: string;
  matter: string;
  happenedOn: string;
}

export interface RecordEventProps {
  placeId: string;
  today: string;
  onDone: () => void;
}

/** 登记事项: something happened that has to be disclosed. */
export function RecordEvent({ placeId, today, onDone }: RecordEventProps) {
  const t = useT();
  const api = useApi();
  const titleOf = useTitle();
  const duties = useQuery(useCallback(() => api.duties(placeId), [api, placeId]));
  const found = duties.status === 'ready' ? duties.data.rows : [];
  const ofEvents = found.filter(({ cadence, isInUse }) => cadence === 'onEvent' && isInUse);
  const required = [{ required: true, whitespace: true, message: t('disclosure.fillIn') }];
  return (
    <Act<Values>
      label={t('disclosure.record')}
      consequence={t('disclosure.recordConsequence')}
      initialValues={{ happenedOn: today }}
      run={({ dutyId, matter, happenedOn }) => api.record({ dutyId, placeId, matter, happenedOn })}
      done={t('disclosure.recorded')}
      onDone={onDone}
    >
      <Form.Item name="dutyId" label={t('disclosure.what')} rules={[{ required: true, message: t('disclosure.fillIn') }]}>
        <Choice options={ofEvents.map((duty) => ({ value: duty.id, label: titleOf(duty) }))} />
      </Form.Item>
      <Form.Item name="matter" label={t('disclosure.matter')} extra={t('disclosure.matterHint')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="happenedOn" label={t('disclosure.happenedOn')} rules={required}>
        <Input type="date" max={today} />
      </Form.Item>
    </Act>
  );
}
