import { Select } from 'antd';
import { Setting } from './Setting';

export interface ChoiceOption<Value extends string = string> {
  value: Value;
  label: string;
}

export interface ChoiceProps<Value extends string> {
  label: string;
  value: Value | undefined;
  options: readonly ChoiceOption<Value>[];
  onChange: (value: Value | undefined) => void;
  hint?: string;
  isClearable?: boolean;
  placeholder?: string;
}

/** A value that is not among the options is shown as it is, so that nothing of a file is lost by looking at it. */
function withOwn<Value extends string>(options: readonly ChoiceOption<Value>[], value: Value | undefined) {
  const isKnown = value === undefined || options.some((option) => option.value === value);
  return isKnown ? [...options] : [...options, { value, label: value }];
}

export function ChoiceInput<Value extends string>(props: ChoiceProps<Value> & { id?: string }) {
  const { id, label, value, options, onChange, isClearable, placeholder } = props;
  return (
    <Select<Value>
      id={id}
      aria-label={id === undefined ? label : undefined}
      value={value}
      options={withOwn(options, value)}
      onChange={(next?: Value) => onChange(next)}
      allowClear={isClearable}
      placeholder={placeholder}
      showSearch
      optionFilterProp="label"
      style={{ width: '100%' }}
    />
  );
}

export function ChoiceSetting<Value extends string>({ hint, ...props }: ChoiceProps<Value>) {
  return (
    <Setting label={props.label} hint={hint}>
      {(id) => <ChoiceInput {...props} id={id} />}
    </Setting>
  );
}
