import { Button, Collapse, DatePicker, Flex, Form, Input, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { DesignField, TryOutOptions, TryOutSetup } from '../../common/api';
import { useT } from '../i18n';
import { Choice, Muted, PersonPicker } from '../shared';
import { VariableFields, variablesOf, type VariableInputs } from '../start';
import { PlaceField } from './PlaceField';

interface Values {
  readonly starterId?: number;
  readonly placeId?: string;
  readonly startAt: Dayjs;
  readonly variables?: VariableInputs;
  readonly record?: Record<string, unknown>;
}

function FieldInput({ field, ...rest }: { field: DesignField; id?: string }) {
  const t = useT();
  switch (field.kind) {
    case 'number':
      return <InputNumber style={{ width: '100%' }} {...rest} />;
    case 'date':
      return <DatePicker style={{ width: '100%' }} {...rest} />;
    case 'choice':
      return <Choice options={field.options} {...rest} />;
    case 'boolean':
      return (
        <Choice
          options={[
            { value: 'true', label: t('common.yes') },
            { value: 'false', label: t('common.no') },
          ]}
          {...rest}
        />
      );
    default:
      return <Input maxLength={2000} {...rest} />;
  }
}

/** What was left empty is not there. */
function recordOf(fields: readonly DesignField[], inputs: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const input = inputs[name];
      if (input === undefined || input === null || input === '') return [];
      if (kind === 'date') return [[name, (input as Dayjs).format('YYYY-MM-DD')]]; // what a date picker gives
      return [[name, kind === 'boolean' ? input === 'true' : input]];
    }),
  );
}

interface SetupFormProps {
  readonly options: TryOutOptions;
  readonly isWorking: boolean;
  readonly isBlocked: boolean;
  readonly onBegin: (setup: TryOutSetup) => void;
}

/** Who starts the case that is tried, where, when and with what. */
export function SetupForm({ options, isWorking, isBlocked, onBegin }: SetupFormProps) {
  const t = useT();
  const [form] = Form.useForm<Values>();
  const required = (name: string) => [{ required: true, message: t('common.fillIn', { name }) }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ placeId: options.place?.id, startAt: dayjs(options.now) }}
      style={{ maxWidth: 560 }}
      onFinish={({ starterId, placeId, startAt, variables, record }) =>
        onBegin({
          starterId: starterId ?? options.starter.id,
          placeId: placeId ?? null,
          startAt: startAt.valueOf(),
          variables: variablesOf(options.variables, variables),
          record: recordOf(options.fields, record),
        })
      }
    >
      <Form.Item name="starterId" label={t('tryOut.starter')} extra={t('tryOut.starterHint', { name: options.starter.name })}>
        <PersonPicker purpose="standIn" label={t('tryOut.starter')} />
      </Form.Item>
      {options.needsPlace ? (
        <Form.Item name="placeId" label={t('inbox.place')} rules={required(t('inbox.place'))}>
          <PlaceField own={options.place} />
        </Form.Item>
      ) : null}
      <Form.Item name="startAt" label={t('tryOut.startAt')} extra={t('tryOut.startAtHint')} rules={required(t('tryOut.startAt'))}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
      </Form.Item>
      <VariableFields variables={options.variables} />
      {options.fields.length > 0 ? (
        <Form.Item>
          <Collapse
            size="small"
            items={[
              {
                key: 'record',
                label: t('tryOut.record'),
                forceRender: true,
                children: options.fields.map((field) => (
                  <Form.Item key={field.name} name={['record', field.name]} label={field.title}>
                    <FieldInput field={field} />
                  </Form.Item>
                )),
              },
            ]}
          />
        </Form.Item>
      ) : null}
      <Flex vertical gap="small">
        <Button type="primary" htmlType="submit" loading={isWorking} disabled={isBlocked}>
          {t('tryOut.begin')}
        </Button>
        <Muted small>{t('tryOut.nothingIsSent')}</Muted>
      </Flex>
    </Form>
  );
}
