import { DatePicker, Form, Input, InputNumber } from 'antd';
import type { Dayjs } from 'dayjs';
import type { StartVariableView } from '../../common/api';
import { useT } from '../i18n';
import { Choice } from '../shared';

const TEXT_LIMIT = 2000;

/** What the fields hold: a day as the picker gives it, yes or no as the choice gives it. */
export type VariableInputs = Record<string, string | number | Dayjs | null | undefined>;

function VariableInput({ type, ...field }: { type: StartVariableView['type']; id?: string }) {
  const t = useT();
  switch (type) {
    case 'text':
      return <Input maxLength={TEXT_LIMIT} {...field} />;
    case 'number':
      return <InputNumber style={{ width: '100%' }} {...field} />;
    case 'date':
      return <DatePicker style={{ width: '100%' }} {...field} />;
    case 'boolean':
      return (
        <Choice
          options={[
            { value: 'true', label: t('common.yes') },
            { value: 'false', label: t('common.no') },
          ]}
          {...field}
        />
      );
  }
}

/** One field for each variable that the process asks for at its start. */
export function VariableFields({ variables }: { variables: StartVariableView[] }) {
  const t = useT();
  return (
    <>
      {variables.map(({ name, label, type, isRequired }) => (
        <Form.Item
          key={name}
          name={['variables', name]}
          label={label}
          // with `whitespace` a rule is about texts: a number would not pass
          rules={[
            { required: isRequired, ...(type === 'text' && { whitespace: true }), message: t('common.fillIn', { name: label }) },
          ]}
        >
          <VariableInput type={type} />
        </Form.Item>
      ))}
    </>
  );
}

/** As the server takes them; what was left empty is not sent. */
export function variablesOf(
  variables: StartVariableView[],
  inputs: VariableInputs = {},
): Record<string, string | number | boolean> {
  return Object.fromEntries(
    variables.flatMap(({ name, type }) => {
      const input = inputs[name];
      if (input === undefined || input === null || input === '') return [];
      if (typeof input === 'object') return [[name, input.format('YYYY-MM-DD')]];
      return [[name, type === 'boolean' ? input === 'true' : input]];
    }),
  );
}
