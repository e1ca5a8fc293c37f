import { Form } from 'antd';
import { useCallback } from 'react';
import type { ParameterLevel, ParameterView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog, type ActValues } from '../shared';
import { chosenPlace, PlaceField } from './PlaceField';
import { ReachLine, wantedValue } from './ReachLine';
import { hintFor } from './refusals';
import { ValueField } from './ValueField';

export interface ConfirmParameterProps {
  parameter: ParameterView;
  /** The way to its value, where people choose for which place they confirm it; missing: for the whole installation. */
  chain?: readonly ParameterLevel[];
  onDone: () => void;
  onCancel: () => void;
}

/** Follows what is typed. */
function ConfirmedReach({ parameter }: Pick<ConfirmParameterProps, 'parameter'>) {
  const value = Form.useWatch<unknown>('value');
  const choice = Form.useWatch<string | undefined>('placeId');
  return <ReachLine parameterKey={parameter.key} placeId={chosenPlace(choice)} value={wantedValue(value, parameter.value)} />;
}

interface ConfirmValues extends ActValues {
  placeId?: string;
}

/** An unsure value becomes a rule only when somebody with the right says on what ground. */
export function ConfirmParameter({ parameter, chain, onDone, onCancel }: ConfirmParameterProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(
    useCallback(
      ({ value, placeId, reason }: ConfirmValues) =>
        api.parameters.confirm(parameter.key, { value, placeId: chosenPlace(placeId), reason }),
      [api, parameter.key],
    ),
  );
  return (
    <ActDialog<ConfirmValues>
      {...state}
      hintFor={hintFor(t)}
      title={t('parameter.confirmTitle', { name: parameter.name })}
      consequence={
        <>
          {t('parameter.confirmConsequence', { source: parameter.source })}
          <ConfirmedReach parameter={parameter} />
        </>
      }
      okText={t('parameter.confirm')}
      reasonLabel={t('parameter.basis')}
      onOk={async (values) => {
        if (await run(values)) onDone();
      }}
      onCancel={onCancel}
    >
      {chain ? <PlaceField chain={chain} /> : null}
      <ValueField parameter={parameter} />
    </ActDialog>
  );
}
