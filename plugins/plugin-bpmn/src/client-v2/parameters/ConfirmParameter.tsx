import { Form } from 'antd';
import { useCallback } from 'react';
import type { ParameterView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog, type ActValues } from '../shared';
import { ReachLine, wantedValue } from './ReachLine';
import { hintFor } from './refusals';
import { ValueField } from './ValueField';

export interface ConfirmParameterProps {
  parameter: ParameterView;
  onDone: () => void;
  onCancel: () => void;
}

/** Follows what is typed. */
function ConfirmedReach({ parameter }: Pick<ConfirmParameterProps, 'parameter'>) {
  const value = Form.useWatch<unknown>('value');
  return <ReachLine parameterKey={parameter.key} placeId={null} value={wantedValue(value, parameter.value)} />;
}

/** An unsure value becomes a rule only when an administrator says on what ground. */
export function ConfirmParameter({ parameter, onDone, onCancel }: ConfirmParameterProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(
    useCallback(({ value, reason }: ActValues) => api.parameters.confirm(parameter.key, { value, reason }), [api, parameter.key]),
  );
  return (
    <ActDialog
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
      <ValueField parameter={parameter} />
    </ActDialog>
  );
}
