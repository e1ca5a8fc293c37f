import { Select } from 'antd';

export interface ChoiceProps<Value extends string> {
  id?: string;
  value?: Value;
  onChange?: (value: Value) => void;
  options: { value: Value; label: string }[];
  placeholder?: string;
  isClearable?: boolean;
}

/**
 * A searchable select for forms. It takes only what it needs: Form.Item hands `aria-required` to its field, and antd's select
 * would put that on an element where ARIA does not allow it.
 */
export function Choice<Value extends string>({ id, value, onChange, options, placeholder, isClearable }: ChoiceProps<Value>) {
  return (
    <Select<Value>
      id={id}
      value={value}
      onChange={onChange}
      options={options}
      placeholder={placeholder}
      allowClear={isClearable}
      showSearch
      optionFilterProp="label"
      style={{ width: '100%' }}
    />
  );
}
