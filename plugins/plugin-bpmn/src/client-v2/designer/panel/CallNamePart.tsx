import { AutoComplete } from 'antd';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n';
import { callNamesIn, readCallName, type CallName } from '../settings';
import type { PartProps } from './editing';
import { Part, Setting } from './Setting';
import { TextSetting } from './TextSetting';

/** Which message or signal an element is about: one that the drawing has, or a new name. */
export function CallNamePart({ element, change }: Omit<PartProps, 'options'>) {
  const t = useT();
  const call = readCallName(element);
  if (!call) return null;
  const set = (next: Partial<CallName>) => change(element, { set: 'callName', call: { ...call, ...next } });
  return (
    <Part title={t(`designer.call.${call.kind}`)}>
      <Setting label={t(`designer.call.${call.kind}Name`)} hint={t(`designer.call.${call.kind}Hint`)}>
        {(id) => (
          <NameInput id={id} value={call.name} known={callNamesIn(element, call.kind)} onCommit={(name) => set({ name })} />
        )}
      </Setting>
      {call.kind === 'message' ? (
        <TextSetting
          label={t('designer.correlationKey')}
          hint={t('designer.correlationKeyHint')}
          value={call.correlationKey}
          onCommit={(key) => set({ correlationKey: key.trim() })}
        />
      ) : null}
    </Part>
  );
}

function NameInput({
  id,
  value,
  known,
  onCommit,
}: {
  id: string;
  value: string;
  known: readonly string[];
  onCommit: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const commit = (text: string) => {
    if (text.trim() !== value) onCommit(text.trim());
  };
  return (
    <AutoComplete
      id={id}
      value={typed}
      options={known.filter((name) => name.includes(typed)).map((name) => ({ value: name }))}
      onChange={setTyped}
      onSelect={commit}
      onBlur={() => commit(typed)}
      style={{ width: '100%' }}
    />
  );
}
