import { Form, Input, Modal } from 'antd';
import { useT } from '../i18n';
import { Muted } from '../shared';

interface AnswerDialogProps {
  readonly name: string;
  readonly onDone: (variables: Record<string, unknown>) => void;
  readonly onCancel: () => void;
}

/** `name = value` lines: numbers and yes or no as they are, everything else as text. */
export function readLines(text: string): Record<string, unknown> {
  const lines = text.split('\n').flatMap((line): [string, unknown][] => {
    const [, name, value = ''] = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*=\s*(.*?)\s*$/u.exec(line) ?? [];
    return name === undefined ? [] : [[name, valueOf(value)]];
  });
  return Object.fromEntries(lines);
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** What work outside, or a message, brings: variables, a line each. */
export function AnswerDialog({ name, onDone, onCancel }: AnswerDialogProps) {
  const t = useT();
  const [form] = Form.useForm<{ lines?: string }>();
  return (
    <Modal
      open
      title={t('tryOut.answerTitle', { name })}
      okText={t('tryOut.goOn')}
      cancelText={t('common.cancel')}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      <Form form={form} layout="vertical" onFinish={({ lines = '' }) => onDone(readLines(lines))}>
        <Form.Item name="lines" label={t('tryOut.answerLines')} extra={<Muted small>{t('tryOut.answerHint')}</Muted>}>
          <Input.TextArea rows={4} placeholder="outcome = agree" maxLength={5000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
