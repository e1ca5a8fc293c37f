import { App, DatePicker, Form, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ParameterChangeBody, ParameterDetail } from '../../common/api';
import { verdictOn, type Verdict } from '../../common/parameters';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';
import { limitInWords } from './parameterWords';
import { chosenPlace, PlaceField } from './PlaceField';
import { ReachLine, wantedValue } from './ReachLine';
import { hintFor } from './refusals';
import { ValueField } from './ValueField';

interface ChangeValues {
  reason: string;
  value: unknown;
  placeId: string;
  start: 'now' | 'later';
  from?: Dayjs;
}

const toBody = ({ value, placeId, start, from, reason }: ChangeValues): ParameterChangeBody => ({
  value,
  placeId: chosenPlace(placeId),
  effectiveFrom: start === 'later' ? from?.startOf('day').valueOf() : undefined,
  reason,
});

function StartFields() {
  const t = useT();
  const start = Form.useWatch<ChangeValues['start'] | undefined>('start');
  const options = useMemo(
    () => [
      { value: 'now', label: t('parameter.atOnce') },
      { value: 'later', label: t('parameter.later') },
    ],
    [t],
  );
  const label = t('parameter.effectiveFrom');
  return (
    <>
      <Form.Item name="start" label={label} initialValue="now">
        <Radio.Group options={options} />
      </Form.Item>
      {start === 'later' ? (
        <Form.Item
          name="from"
          label={t('parameter.day')}
          rules={[{ required: true, message: t('common.fillIn', { name: label }) }]}
        >
          <DatePicker disabledDate={(day) => !day.isAfter(dayjs(), 'day')} style={{ width: '100%' }} />
        </Form.Item>
      ) : null}
    </>
  );
}

/** Follows what is typed: whom it touches, and whether somebody above has to approve it. */
function Consequence({ detail, onVerdict }: { detail: ParameterDetail; onVerdict: (kind: Verdict['kind']) => void }) {
  const t = useT();
  const { parameter } = detail;
  const form = Form.useFormInstance<ChangeValues>();
  const value = Form.useWatch<unknown>('value', form);
  const choice = Form.useWatch<string | undefined>('placeId', form);
  const { kind } = verdictOn(parameter, value ?? parameter.value);
  useEffect(() => onVerdict(kind), [kind, onVerdict]);
  return (
    <>
      <ReachLine parameterKey={parameter.key} placeId={chosenPlace(choice)} value={wantedValue(value, parameter.value)} />
      {kind === 'needsApproval' ? (
        <>
          <br />
          <strong>
            {parameter.needsApprover
              ? t('parameter.willBeProposed')
              : t('parameter.willBeProposedBeyond', { limit: limitInWords(parameter, t, 'policy') ?? '' })}
          </strong>
        </>
      ) : null}
    </>
  );
}

export interface ChangeParameterProps {
  detail: ParameterDetail;
  onDone: () => void;
  onCancel: () => void;
}

/** Another value for everywhere or a place; where it needs approval, a proposal to one level above. */
export function ChangeParameter({ detail, onDone, onCancel }: ChangeParameterProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { parameter } = detail;
  const [verdict, setVerdict] = useState<Verdict['kind']>('free');
  const act = verdict === 'needsApproval' ? 'propose' : 'set';
  const { run, ...state } = useCommand(
    useCallback((values: ChangeValues) => api.parameters[act](parameter.key, toBody(values)), [api, act, parameter.key]),
  );
  return (
    <ActDialog<ChangeValues>
      {...state}
      title={t('parameter.changeOf', { name: parameter.name })}
      tone={verdict === 'free' ? 'info' : 'warning'}
      consequence={<Consequence detail={detail} onVerdict={setVerdict} />}
      okText={act === 'propose' ? t('parameter.propose') : t('parameter.save')}
      reasonLabel={t('parameter.ground')}
      hintFor={hintFor(t)}
      onOk={async (values) => {
        if (!(await run(values))) return;
        message.success(t(act === 'propose' ? 'parameter.proposedDone' : 'parameter.savedDone'));
        onDone();
      }}
      onCancel={onCancel}
    >
      <PlaceField chain={detail.chain} />
      <ValueField parameter={parameter} />
      <StartFields />
    </ActDialog>
  );
}
