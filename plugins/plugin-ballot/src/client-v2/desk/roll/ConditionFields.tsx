import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select } from 'antd';
import { useT, type TextKey } from '../../i18n';
import { OPERATORS, takesValue, type Condition, type Operator } from './filter';

const OPERATOR_TEXT: Record<Operator, TextKey> = {
  $eq: 'filter.eq',
  $ne: 'filter.ne',
  $includes: 'filter.includes',
  $empty: 'filter.empty',
  $notEmpty: 'filter.notEmpty',
  $isTruly: 'filter.isTruly',
  $isFalsy: 'filter.isFalsy',
};

function ConditionRow({
  name,
  fields,
  onRemove,
}: {
  name: number;
  fields: { value: string; label: string }[];
  onRemove: () => void;
}) {
  const t = useT();
  const condition = Form.useWatch<Condition | undefined>(['conditions', name]);
  return (
    <Flex gap="small" wrap align="flex-start">
      <Form.Item name={[name, 'field']} noStyle>
        <Select
          aria-label={t('filter.field')}
          placeholder={t('filter.field')}
          options={fields}
          showSearch
          optionFilterProp="label"
          style={{ flex: '1 1 120px', minWidth: 0 }}
        />
      </Form.Item>
      <Form.Item name={[name, 'operator']} noStyle>
        <Select
          aria-label={t('filter.operator')}
          options={OPERATORS.map((operator) => ({ value: operator, label: t(OPERATOR_TEXT[operator]) }))}
          style={{ width: 110 }}
        />
      </Form.Item>
      {takesValue(condition?.operator) ? (
        <Form.Item name={[name, 'value']} noStyle>
          <Input
            aria-label={t('filter.value')}
            placeholder={t('filter.value')}
            style={{ flex: '1 1 100px', width: 'auto', minWidth: 0 }}
          />
        </Form.Item>
      ) : null}
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('filter.remove')} onClick={onRemove} />
    </Flex>
  );
}

/** Conditions that all must hold. */
export function ConditionFields({ fields }: { fields: { value: string; label: string }[] }) {
  const t = useT();
  return (
    <Form.Item label={t('filter.title')}>
      <Form.List name="conditions">
        {(rows, { add, remove }) => (
          <Flex vertical gap="small">
            {rows.map(({ key, name }) => (
              <ConditionRow key={key} name={name} fields={fields} onRemove={() => remove(name)} />
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ operator: '$eq' })} style={{ alignSelf: 'flex-start' }}>
              {t('filter.add')}
            </Button>
          </Flex>
        )}
      </Form.List>
    </Form.Item>
  );
}
