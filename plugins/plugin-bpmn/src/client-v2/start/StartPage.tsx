import { Alert, Button, Card, Flex, Form, Input } from 'antd';
import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { ParameterView, StartBody, StartableProcess } from '../../common/api';
import { useApi, useCommand, useQuery, type BpmnApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { Choice, EmptyState, FailureAlert, LinkButton, Loaded, PageFrame } from '../shared';
import { PlaceField } from './PlaceField';
import { VariableFields, variablesOf, type VariableInputs } from './VariableFields';

const TITLE_LIMIT = 200;

function Unconfirmed({ processKey, parameters }: { processKey: string; parameters: ParameterView[] }) {
  const t = useT();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      message={t('start.unconfirmed', { count: parameters.length })}
      description={
        <Flex vertical gap="small" align="flex-start">
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {parameters.map(({ key, name }) => (
              <li key={key}>{name}</li>
            ))}
          </ul>
          <LinkButton size="small" to={`${paths.process(processKey)}?tab=parameters`}>
            {t('start.confirmParameters')}
          </LinkButton>
        </Flex>
      }
    />
  );
}

/** The first step when it is the starter's own: then the work goes on there. */
async function firstOwnTask(api: BpmnApi, [taskId]: string[]): Promise<string | null> {
  if (!taskId) return null;
  try {
    const { task } = await api.tasks.open(taskId);
    return task.may.complete ? taskId : null;
  } catch {
    return null; // somebody else's: the case page shows whose
  }
}

function useStart() {
  const api = useApi();
  const navigate = useNavigate();
  const { run, ...state } = useCommand(useCallback((body: StartBody) => api.instances.start(body), [api]));
  const start = async (body: StartBody) => {
    const answer = await run(body);
    if (!answer) return;
    const { instanceId, taskIds } = answer.value;
    const mine = await firstOwnTask(api, taskIds);
    navigate(mine ? paths.task(mine) : paths.instance(instanceId));
  };
  return { start, ...state };
}

type StartValues = Pick<StartBody, 'processKey' | 'placeId' | 'title'> & { variables?: VariableInputs };

function StartForm({ processes }: { processes: StartableProcess[] }) {
  const t = useT();
  const [address] = useSearchParams();
  const [form] = Form.useForm<StartValues>();
  const asked = address.get('process') ?? (processes.length === 1 ? processes[0]?.key : undefined);
  const processKey = Form.useWatch('processKey', form) ?? asked;
  const process = useMemo(() => processes.find(({ key }) => key === processKey), [processes, processKey]);
  const { start, isRunning, failure } = useStart();
  const required = (name: string) => [{ required: true, whitespace: true, message: t('common.fillIn', { name }) }];
  const isBlocked = (process?.unconfirmedParameters.length ?? 0) > 0;
  return (
    <Form<StartValues>
      form={form}
      layout="vertical"
      initialValues={{ processKey: process?.key, placeId: process?.onlyPlaceId ?? undefined }}
      onValuesChange={(changed: Partial<StartValues>) => {
        const chosen = processes.find(({ key }) => key === changed.processKey);
        if (!chosen) return;
        form.resetFields(['variables']);
        form.setFieldsValue({ placeId: chosen.onlyPlaceId ?? undefined });
      }}
      onFinish={({ variables, ...values }) => {
        const asked = process?.variables ?? [];
        const given = asked.length > 0 ? { variables: variablesOf(asked, variables) } : {};
        void start({ ...values, ...given, title: values.title?.trim() });
      }}
      style={{ maxWidth: 560 }}
    >
      <Form.Item name="processKey" label={t('inbox.process')} rules={required(t('inbox.process'))}>
        <Choice
          options={processes.map(({ key, name }) => ({ value: key, label: name }))}
          placeholder={t('start.chooseProcess')}
        />
      </Form.Item>
      {process && (process.needsPlace || process.places.length > 0) ? (
        <Form.Item name="placeId" label={t('inbox.place')} rules={required(t('inbox.place'))}>
          <PlaceField key={process.key} processKey={process.key} own={process.places} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="title"
        label={t('start.caseTitle')}
        extra={t('start.caseTitleHint')}
        rules={required(t('start.caseTitle'))}
      >
        <Input maxLength={TITLE_LIMIT} />
      </Form.Item>
      {process ? <VariableFields key={process.key} variables={process.variables} /> : null}
      <Flex vertical gap="middle" align="stretch">
        {process && isBlocked ? <Unconfirmed processKey={process.key} parameters={process.unconfirmedParameters} /> : null}
        <FailureAlert failure={failure} />
        <Button type="primary" htmlType="submit" size="large" loading={isRunning} disabled={isBlocked}>
          {t('start.button')}
        </Button>
      </Flex>
    </Form>
  );
}

/** 发起办件: which process, where, under what title. */
export function StartPage() {
  const t = useT();
  const api = useApi();
  const query = useQuery(api.processes.startable);
  return (
    <PageFrame title={t('start.title')} back={{ to: paths.inbox(), label: t('inbox.title') }} width="reading">
      <Loaded query={query}>
        {(processes) =>
          processes.length === 0 ? (
            <EmptyState title={t('start.empty')} hint={t('start.emptyHint')} />
          ) : (
            <Card>
              <StartForm processes={processes} />
            </Card>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
