import { Modal } from 'antd';
import { useCallback, useState } from 'react';
import type { CaseParameter } from '../../common/api';
import { useApi, useCommand, useQuery } from '../api';
import { useT } from '../i18n';
import { CaseValueField, changedParameters, type CaseValues } from '../parameters';
import { ActDialog, Loaded } from '../shared';

interface Values extends CaseValues {
  reason: string;
}

interface DialogProps {
  instanceId: string;
  onDone: () => void;
  onCancel: () => void;
}

function CorrectForm({ instanceId, parameters, onDone, onCancel }: DialogProps & { parameters: CaseParameter[] }) {
  const t = useT();
  const api = useApi();
  const [isUnchanged, setUnchanged] = useState(false);
  const { run, ...state } = useCommand(
    useCallback(
      ({ reason, ...written }: Values) =>
        api.instances.correctParameters(instanceId, { reason, parameters: changedParameters(parameters, written) }),
      [api, instanceId, parameters],
    ),
  );
  return (
    <ActDialog<Values>
      {...state}
      title={t('case.correctParameters')}
      consequence={isUnchanged ? t('case.correctParametersNone') : t('case.correctParametersConsequence')}
      tone={isUnchanged ? 'warning' : 'info'}
      okText={t('case.correctParameters')}
      onOk={async (values) => {
        const hasChange = Object.keys(changedParameters(parameters, values)).length > 0;
        setUnchanged(!hasChange);
        if (hasChange && (await run(values))) onDone();
      }}
      onCancel={onCancel}
    >
      {parameters.map((parameter) => (
        <CaseValueField key={parameter.key} parameter={parameter} />
      ))}
    </ActDialog>
  );
}

/** Other values for this case than it started with. */
export function CorrectParameters({ instanceId, onDone, onCancel }: DialogProps) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.instances.parameters(instanceId), [api, instanceId]));
  if (query.status === 'ready')
    return <CorrectForm instanceId={instanceId} parameters={query.data} onDone={onDone} onCancel={onCancel} />;
  return (
    <Modal open title={t('case.correctParameters')} footer={null} onCancel={onCancel}>
      <Loaded query={query}>{() => null}</Loaded>
    </Modal>
  );
}
