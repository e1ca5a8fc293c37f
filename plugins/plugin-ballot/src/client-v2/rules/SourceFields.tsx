import { Form, Input, Radio } from 'antd';
import { useT } from '../i18n';
import { CERTAINTY_TEXT } from '../shared';

const MOST_NOTE = 500;
/** What was not found in a text stays unsure until somebody confirms its numbers: that is not chosen. */
const CHOSEN = ['found', 'known'] as const;

/** Where the numbers come from, how sure that is, and what readers should know beside. */
export function SourceFields({ isUnsure }: { isUnsure: boolean }) {
  const t = useT();
  const source = t('rules.source');
  return (
    <>
      <Form.Item
        name="source"
        label={source}
        extra={t('rules.sourceHint')}
        rules={isUnsure ? [] : [{ required: true, whitespace: true, message: t('common.fillIn', { name: source }) }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="certainty" label={t('rules.certainty')} hidden={isUnsure}>
        <Radio.Group options={CHOSEN.map((value) => ({ value, label: t(CERTAINTY_TEXT[value]) }))} />
      </Form.Item>
      <Form.Item name="note" label={t('rules.note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={MOST_NOTE} />
      </Form.Item>
      <Form.Item name="noteEn" label={t('rules.noteEn')} extra={t('rules.englishHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={MOST_NOTE} />
      </Form.Item>
    </>
  );
}
