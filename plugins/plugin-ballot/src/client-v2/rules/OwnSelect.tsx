import { Select } from 'antd';

interface Props<Value> {
  id?: string;
  value?: Value;
  onChange?: (value: Value) => void;
  /** Where no label of the form stands beside it. */
  label?: string;
  options: { value: string; label: string }[];
  placeholder?: string;
  minWidth?: number;
  mode?: 'multiple';
}

/** It takes only what it needs: `aria-required`, which a form gives its fields, is not allowed on antd's select. */
export function OwnSelect<Value extends string | string[]>({ id, label, minWidth, ...given }: Props<Value>) {
  const { value, onChange, options, placeholder, mode } = given;
  return (
    <Select<Value>
      id={id}
      aria-label={label}
      value={value}
      onChange={onChange}
      options={options}
      placeholder={placeholder}
      mode={mode}
      optionFilterProp="label"
      style={{ minWidth, width: minWidth === undefined ? '100%' : undefined }}
    />
  );
}
