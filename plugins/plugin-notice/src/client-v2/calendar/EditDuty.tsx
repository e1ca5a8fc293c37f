import { Act } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Radio } from 'antd';
import type { DutyView, PlaceRef } from '../../common/api';
import { useApi } from './api';
import { DutyFields } from './DutyFields';
import { saidIn, valuesOf, type DutyValues } from './duty-values';
import { PERIODIC, useT, useTitle } from './texts';

type Values = DutyValues & { reason: string };

interface AddDutyProps {
  place: PlaceRef;
  mayAddEverywhere: boolean;
  onDone: () => void;
}

/** 新增公开事项: at the place that is looked at, or, by administrators, everywhere. */
export function AddDuty({ place, mayAddEverywhere, onDone }: AddDutyProps) {
  const t = useT();
  const api = useApi();
  const where = place.name === '' ? t('disclosure.hereAndBelowUnnamed') : t('disclosure.hereAndBelow', { place: place.name });
  return (
    <Act<Values>
      isMain
      label={t('disclosure.add')}
      consequence={t('disclosure.addConsequence')}
      initialValues={{ reach: 'here', class: 'residents', cadence: 'quarterly', dueDays: 15, certainty: 'unsure' }}
      run={({ reach, ...values }) => api.add({ ...saidIn(values), placeId: reach === 'everywhere' ? null : place.id })}
      done={t('disclosure.added')}
      onDone={onDone}
    >
      <Form.Item name="reach" label={t('disclosure.reach')} hidden={!mayAddEverywhere}>
        <Radio.Group
          options={[
            { value: 'here', label: where },
            { value: 'everywhere', label: t('disclosure.everywhere') },
          ]}
        />
      </Form.Item>
      <DutyFields cadences={[...PERIODIC, 'onEvent']} where={where} />
    </Act>
  );
}

/** Of what comes by itself the period may change, of events it may not: another one is added instead. */
export function ChangeDuty({ duty, onDone }: { duty: DutyView; onDone: () => void }) {
  const t = useT();
  const api = useApi();
  const titleOf = useTitle();
  const name = titleOf(duty);
  const hasTighter = duty.tightenings.some(({ isInUse }) => isInUse);
  const where = duty.place ? t('disclosure.hereAndBelow', { place: duty.place.name }) : t('disclosure.everywhere');
  return (
    <Act<Values>
      label={t('disclosure.change')}
      title={t('disclosure.changeOne', { name })}
      tone="warning"
      consequence={
        <>
          {t('disclosure.changeConsequence', { where })} {hasTighter ? t('disclosure.changeTighter') : null}
        </>
      }
      initialValues={valuesOf(duty)}
      run={(values) => api.change(duty.id, saidIn(values))}
      done={t('disclosure.saved')}
      onDone={onDone}
      button={{ 'aria-label': t('disclosure.changeOne', { name }) }}
    >
      <DutyFields cadences={duty.cadence === 'onEvent' ? ['onEvent'] : PERIODIC} where={where} />
    </Act>
  );
}
