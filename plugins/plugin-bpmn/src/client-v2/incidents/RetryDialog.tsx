import { App, Modal, theme } from 'antd';
import { useCallback } from 'react';
import type { IncidentDetail, IncidentVariable, RetriedPart } from '../../common/api';
import { useApi, useCommand, useQuery } from '../api';
import { useT, type TextKey } from '../i18n';
import { CaseValueField, changedParameters, type CaseValues } from '../parameters';
import { ActDialog, Loaded, Muted } from '../shared';
import { changedValues, type VariableInput } from './variable-input';
import { VariableField } from './VariableField';

interface RetryValues extends CaseValues {
  reason: string;
  values?: Record<string, VariableInput | undefined>;
}

interface RetryFormProps {
  detail: IncidentDetail;
  onDone: () => void;
  onCancel: () => void;
}

const AGAIN: Record<RetriedPart, TextKey> = {
  activity: 'incident.again.activity',
  call: 'incident.again.call',
  element: 'incident.again.element',
  job: 'incident.again.job',
};

/** What is wrong, and what will follow. */
function Consequence({ detail }: { detail: IncidentDetail }) {
  const t = useT();
  return (
    <>
      <strong>{t('incident.at', { element: detail.elementName, text: detail.text })}</strong>
      <br />
      {t(AGAIN[detail.again], { element: detail.elementName })} {t('incident.retryKept')}
    </>
  );
}

function Expressions({ detail }: { detail: IncidentDetail }) {
  const t = useT();
  const { token } = theme.useToken();
  const { expressions, readsRecord } = detail;
  if (expressions.length === 0) return null;
  return (
    <div style={{ marginBottom: token.margin }}>
      <div>{t('incident.expressions')}</div>
      <ul style={{ margin: 0, paddingInlineStart: token.marginLG }}>
        {expressions.map((expression) => (
          <li key={expression} style={{ overflowWrap: 'anywhere' }}>
            <code>{expression}</code>
          </li>
        ))}
      </ul>
      {readsRecord ? <Muted small>{t('incident.readsRecord')} </Muted> : null}
    </div>
  );
}

const fieldsOf = (variables: readonly IncidentVariable[]) =>
  variables.map((variable) => <VariableField key={variable.name} variable={variable} />);

/** Those that the element reads; the others can be unfolded. */
function Variables({ variables }: { variables: readonly IncidentVariable[] }) {
  const t = useT();
  const { token } = theme.useToken();
  const read = variables.filter(({ isRead }) => isRead);
  const others = variables.filter(({ isRead }) => !isRead);
  return (
    <>
      {fieldsOf(read)}
      {others.length > 0 ? (
        <details open={read.length === 0} style={{ marginBottom: token.margin }}>
          <summary style={{ cursor: 'pointer', marginBottom: token.marginXS }}>
            {t(read.length === 0 ? 'incident.allVariables' : 'incident.otherVariables', { count: others.length })}
          </summary>
          {fieldsOf(others)}
        </details>
      ) : null}
    </>
  );
}

/** Those that the element reads; the others can be unfolded. */
function Parameters({ parameters }: Pick<IncidentDetail, 'parameters'>) {
  const t = useT();
  const { token } = theme.useToken();
  const fields = (isRead: boolean) =>
    parameters.filter((one) => one.isRead === isRead).map((one) => <CaseValueField key={one.key} parameter={one} />);
  const others = fields(false);
  return (
    <>
      {fields(true)}
      {others.length > 0 ? (
        <details style={{ marginBottom: token.margin }}>
          <summary style={{ cursor: 'pointer', marginBottom: token.marginXS }}>
            {t('incident.parameters', { count: others.length })}
          </summary>
          {others}
        </details>
      ) : null}
    </>
  );
}

function RetryForm({ detail, onDone, onCancel }: RetryFormProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { run, ...state } = useCommand(
    useCallback(
      ({ reason, values = {}, ...written }: RetryValues) =>
        api.incidents.retry(detail.id, {
          reason,
          variables: changedValues(detail.variables, values),
          parameters: changedParameters(detail.parameters, written),
        }),
      [api, detail],
    ),
  );
  return (
    <ActDialog<RetryValues>
      {...state}
      title={t('incident.retryOf', { title: detail.instanceTitle })}
      tone="warning"
      consequence={<Consequence detail={detail} />}
      okText={t('incident.retry')}
      onOk={async (values) => {
        if (!(await run(values))) return;
        message.success(t('incident.retried'));
        onDone();
      }}
      onCancel={onCancel}
    >
      <Expressions detail={detail} />
      <Parameters parameters={detail.parameters} />
      <Variables variables={detail.variables} />
    </ActDialog>
  );
}

export interface IncidentDialogProps {
  incidentId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Tries an incident again, with other values where they were what made it fail. */
export function RetryDialog({ incidentId, onDone, onCancel }: IncidentDialogProps) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.incidents.detail(incidentId), [api, incidentId]));
  if (query.status === 'ready') return <RetryForm detail={query.data} onDone={onDone} onCancel={onCancel} />;
  return (
    <Modal open title={t('incident.retry')} footer={null} onCancel={onCancel}>
      <Loaded query={query}>{() => null}</Loaded>
    </Modal>
  );
}
