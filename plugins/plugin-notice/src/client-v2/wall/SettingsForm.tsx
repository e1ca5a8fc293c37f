import { FailureAlert, Muted, Panel, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { App, Button, Flex, Form, Input, Radio } from 'antd';
import { useCallback } from 'react';
import type { WallView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { OfficeFields } from './OfficeFields';
import { settingsOf, valuesOf, type SettingsValues } from './settings-values';

const MOST_TITLE = 100;
const MOST_ADDRESS = 2_000;
const WEB_ADDRESS = /^\s*https?:\/\/\S+\s*$/i;

interface SettingsFormProps {
  view: WallView;
  onSaved: () => void;
}

/** What every page of the wall says, and where it is served. */
export function SettingsForm({ view: { settings, places }, onSaved }: SettingsFormProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const command = useCommand(useCallback((values: SettingsValues) => api.wall.save(settingsOf(values)), [api]));
  const save = async (values: SettingsValues) => {
    if (!(await command.run(values))) return;
    message.success(t('noticeWall.saved'));
    onSaved();
  };
  const isAddress = [{ pattern: WEB_ADDRESS, message: t('noticeWall.addressWrong') }];
  const title = t('noticeWall.title');
  return (
    <Form<SettingsValues>
      layout="vertical"
      requiredMark
      initialValues={valuesOf(settings)}
      onFinish={(values) => void save(values)}
      scrollToFirstError
    >
      <Flex vertical gap="middle">
        <Panel title={t('noticeWall.general')}>
          <Form.Item
            name="title"
            label={title}
            extra={t('noticeWall.titleHint')}
            rules={[{ required: true, whitespace: true, message: t('notice.fillIn', { name: title }) }]}
          >
            <Input maxLength={MOST_TITLE} />
          </Form.Item>
          <Form.Item name="locale" label={t('noticeWall.locale')}>
            <Radio.Group
              options={[
                { value: 'zh-CN', label: '中文' },
                { value: 'en-US', label: 'English' },
              ]}
            />
          </Form.Item>
          <Form.Item name="address" label={t('noticeWall.address')} extra={t('noticeWall.addressHint')} rules={isAddress}>
            <Input maxLength={MOST_ADDRESS} inputMode="url" autoComplete="off" placeholder="https://" />
          </Form.Item>
          <Form.Item
            name="applicationAddress"
            label={t('noticeWall.applicationAddress')}
            extra={t('noticeWall.applicationAddressHint')}
            rules={isAddress}
          >
            <Input maxLength={MOST_ADDRESS} inputMode="url" autoComplete="off" placeholder="https://" />
          </Form.Item>
        </Panel>
        <OfficeFields places={places} />
        <FailureAlert failure={command.failure} />
        <Flex gap="small" align="center" wrap>
          <Button type="primary" htmlType="submit" loading={command.isRunning}>
            {t('noticeWall.save')}
          </Button>
          <Muted>{t('noticeWall.saveConsequence')}</Muted>
        </Flex>
      </Flex>
    </Form>
  );
}
