import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { Setting } from './Setting';

const LIMIT = 2000;

export interface TextProps {
  label: string;
  value: string;
  onCommit: (value: string) => void;
  hint?: string;
  rows?: number;
  placeholder?: string;
}

/** What is typed counts when the field is left, or with Enter: one step that can be undone, not one for each letter. */
function useTyped(value: string, onCommit: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const commit = () => {
    if (typed !== value) onCommit(typed);
  };
  return {
    value: typed,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: commit,
    commit,
  };
}

export function TextInput({ id, label, value, onCommit, rows, placeholder }: TextProps & { id?: string }) {
  const { commit, ...typed } = useTyped(value, onCommit);
  const shared = { ...typed, id, placeholder, 'maxLength': LIMIT, 'aria-label': id === undefined ? label : undefined };
  if (rows !== undefined) return <Input.TextArea {...shared} rows={rows} />;
  return <Input {...shared} onPressEnter={commit} />;
}

export function TextSetting({ hint, ...props }: TextProps) {
  return (
    <Setting label={props.label} hint={hint}>
      {(id) => <TextInput {...props} id={id} />}
    </Setting>
  );
}
