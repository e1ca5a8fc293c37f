import { Form, Input } from 'antd';
import { useT } from '../i18n';

const MOST = 100;

/** What a rule or meeting type is called, in both languages. */
export function TitleFields() {
  const t = useT();
  const name = t('rules.name');
  return (
    <>
      <Form.Item name="title" label={name} rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name }) }]}>
        <Input maxLength={MOST} />
      </Form.Item>
      <Form.Item name="titleEn" label={t('rules.nameEn')} extra={t('rules.englishHint')}>
        <Input maxLength={MOST} />
      </Form.Item>
    </>
  );
}
