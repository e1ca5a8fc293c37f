import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input } from 'antd';
import { useT } from '../i18n';

/** What is talked about, in its order, each with its text. */
export function AgendaFields() {
  const t = useT();
  return (
    <Form.List name="agenda">
      {(items, { add, remove }) => (
        <Flex vertical gap="small">
          {items.map(({ key, name }, index) => (
            <Flex key={key} gap="small" align="flex-start">
              <strong style={{ lineHeight: '32px', minWidth: 20 }}>{index + 1}</strong>
              <div style={{ flex: 1, minWidth: 0 }}>
                <Form.Item name={[name, 'title']} noStyle>
                  <Input
                    aria-label={t('meeting.agendaTitle', { number: index + 1 })}
                    placeholder={t('meeting.agendaTitlePlaceholder')}
                    maxLength={200}
                  />
                </Form.Item>
                <Form.Item name={[name, 'text']} style={{ margin: '8px 0 0' }}>
                  <Input.TextArea
                    aria-label={t('meeting.agendaText', { number: index + 1 })}
                    placeholder={t('meeting.agendaTextPlaceholder')}
                    autoSize={{ minRows: 1, maxRows: 8 }}
                  />
                </Form.Item>
              </div>
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('meeting.agendaRemove', { number: index + 1 })}
                onClick={() => remove(name)}
                type="text"
              />
            </Flex>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({})} style={{ alignSelf: 'flex-start' }}>
            {t('meeting.agendaAdd')}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}
