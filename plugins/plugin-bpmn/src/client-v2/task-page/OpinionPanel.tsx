import { Form, Input } from 'antd';
import { useEffect, useRef } from 'react';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useT } from '../i18n';
import { Panel } from '../shared';

export interface OpinionPanelProps {
  value: string;
  onChange: (text: string) => void;
  /** Some outcome asks for it. */
  isAsked: boolean;
  isMissing: boolean;
  /** It is the first thing that is missing: brought into sight. */
  isFirstMissing: boolean;
}

const OPINION_LIMIT = 2000;

/** What the holder says about the decision; goes into the history as it was written. */
export function OpinionPanel({ value, onChange, isAsked, isMissing, isFirstMissing }: OpinionPanelProps) {
  const t = useT();
  const field = useRef<TextAreaRef>(null);
  useEffect(() => {
    if (!isFirstMissing) return;
    field.current?.focus({ preventScroll: true });
    // To the middle: at the lower edge the outcome buttons would cover it.
    field.current?.resizableTextArea?.textArea.scrollIntoView({ block: 'center' });
  }, [isFirstMissing]);
  return (
    <Panel title={t('task.opinion')}>
      <Form.Item
        validateStatus={isMissing ? 'error' : undefined}
        help={isMissing ? <span role="alert">{t('task.opinionMissing')}</span> : isAsked ? t('task.opinionHint') : undefined}
        style={{ marginBottom: 0 }}
      >
        <Input.TextArea
          ref={field}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-label={t('task.opinion')}
          aria-invalid={isMissing}
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={OPINION_LIMIT}
        />
      </Form.Item>
    </Panel>
  );
}
