import { App, DatePicker, Form, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ParameterChangeBody, ParameterDetail } from '../../common/api';
import { verdictOn, type Verdict } from '../../common/parameters';
import { useApi, useCommand } from '../api';
import { useT, type Translate } from '../i18n';
import { ActDialog, Choice } from '../shared';
import { limitInWords, placeInWords } from './parameterWords';
import { ReachLine, wantedValue } from './ReachLine';
import { hintFor } from './refusals';
import { ValueField } from './ValueField';

/** The whole installation among places, whose ids are never this. */
const EVERYWHERE = ':everywhere';

interface ChangeValues {
  reason: string;
  value: unknown;
  placeId: string;
  start: 'now' | 'later';
  from?: Dayjs;
}

const placeOf = (choice: string | undefined): string | null => (choice === undefined || choice === EVERYWHERE ? null : choice);

const toBody = ({ value, placeId, start, from, reason }: ChangeValues): ParameterChangeBody => ({
  value,
  placeId: placeOf(placeId),
  effectiveFrom: start === 'later' ? from?.startOf('day').valueOf() : undefined,
  reason,
});

function placeOptions({ chain }: ParameterDetail, t: Translate) {
  const settable = chain.filter(({ maySet }) => maySet);
  return settable.map(({ place }) => ({
    value: place?.id ?? EVERYWHERE,
    label: place ? placeInWords(place, t) : t('parameter.everywhere'),
  }));
}

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
      <ReachLine parameterKey={parameter.key} placeId={placeOf(choice)} value={wantedValue(value, parameter.value)} />
      {kind === 'needsApproval' ? (
        <>
          <br />
          <strong>
            {parameter.needsApprover
              ? t('parameter.willBeProposed')
              : t('parameter.willBeProposedBeyond', { limit: limitInWords(parameter, t) ?? '' })}
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
  const places = useMemo(() => placeOptions(detail, t), [detail, t]);
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
      <Form.Item name="placeId" label={t('parameter.place')} initialValue={places.at(-1)?.value} rules={[{ required: true }]}>
        <Choice options={places} />
      </Form.Item>
      <ValueField parameter={parameter} />
      <StartFields />
    </ActDialog>
  );
}
