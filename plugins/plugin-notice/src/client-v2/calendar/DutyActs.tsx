import { Act, Choice, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, Form, InputNumber } from 'antd';
import type { DisclosureCadence, DutyView } from '../../common/api';
import { useApi } from './api';
import { ChangeDuty } from './EditDuty';
import { CADENCE_TEXT, PERIODIC, useT } from './texts';

export interface DutyActsProps {
  duty: DutyView;
  placeId: string;
  /** The reader works at the place or above it. */
  mayAdd: boolean;
  onDone: () => void;
}

/** Changed where it holds; out of use and back; stricter at the place that is looked at. */
export function DutyActs({ duty, placeId, mayAdd, onDone }: DutyActsProps) {
  const t = useT();
  const api = useApi();
  const { id, isInUse } = duty;
  return (
    <Flex gap="small" wrap>
      {duty.mayChange ? <ChangeDuty duty={duty} onDone={onDone} /> : null}
      {duty.mayChange ? (
        <Act
          label={t(isInUse ? 'disclosure.retire' : 'disclosure.use')}
          consequence={t(isInUse ? 'disclosure.retireConsequence' : 'disclosure.useConsequence')}
          run={() => api.setInUse(id, !isInUse)}
          done={t('disclosure.saved')}
          onDone={onDone}
        />
      ) : null}
      {isInUse && mayAdd && duty.place?.id !== placeId ? <Tighten duty={duty} placeId={placeId} onDone={onDone} /> : null}
    </Flex>
  );
}

interface Values extends ActValues {
  cadence: DisclosureCadence;
  dueDays: number;
}

function Tighten({ duty: { id, inForce }, placeId, onDone }: Pick<DutyActsProps, 'duty' | 'placeId' | 'onDone'>) {
  const t = useT();
  const api = useApi();
  const choices = inForce.cadence === 'onEvent' ? (['onEvent'] as const) : PERIODIC;
  return (
    <Act<Values>
      label={t('disclosure.tighten')}
      consequence={t('disclosure.tightenConsequence')}
      initialValues={{ cadence: inForce.cadence, dueDays: inForce.dueDays }}
      run={({ cadence, dueDays }) => api.tighten(id, { placeId, cadence, dueDays, keepDays: inForce.keepDays })}
      done={t('disclosure.saved')}
      onDone={onDone}
    >
      <Form.Item name="cadence" label={t('disclosure.cadence')}>
        <Choice options={choices.map((value) => ({ value, label: t(CADENCE_TEXT[value]) }))} />
      </Form.Item>
      <Form.Item name="dueDays" label={t('disclosure.dueDays')} rules={[{ required: true, message: t('disclosure.fillIn') }]}>
        <InputNumber min={0} max={366} precision={0} />
      </Form.Item>
    </Act>
  );
}
