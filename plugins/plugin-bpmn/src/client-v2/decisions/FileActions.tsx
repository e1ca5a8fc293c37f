import type { DecisionTable } from '@wuxin/decision';
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Flex, Upload } from 'antd';
import { useCallback } from 'react';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { FailureAlert, saveFile, useIsPhone } from '../shared';

interface FileActionsProps {
  readonly decisionKey: string;
  /** A table of a file takes the place of what is in the editor; nothing is saved by that. */
  readonly onRead: (table: DecisionTable) => void;
}

/** The table as a DMN file, and back. */
export function FileActions({ decisionKey, onRead }: FileActionsProps) {
  const t = useT();
  const api = useApi();
  const isPhone = useIsPhone();
  const { message } = App.useApp();
  const file = useCommand(useCallback(() => api.decisions.file(decisionKey), [api, decisionKey]));
  const reading = useCommand(useCallback(async (given: File) => api.decisions.readFile(await given.text()), [api]));
  const save = async () => {
    const answer = await file.run();
    if (answer) saveFile({ content: new Blob([answer.value.xml], { type: 'application/xml' }), name: answer.value.name });
  };
  const read = async (given: File) => {
    const answer = await reading.run(given);
    const tables = answer?.value.tables ?? [];
    const table = tables.find(({ key }) => key === decisionKey) ?? tables[0];
    if (!table) return;
    onRead({ ...table, key: decisionKey });
    message.success(t('decision.fileRead', { name: table.name }));
  };
  return (
    <Flex vertical gap="small" align={isPhone ? 'flex-start' : 'flex-end'}>
      <Flex gap="small" wrap>
        <Button icon={<DownloadOutlined aria-hidden />} loading={file.isRunning} onClick={() => void save()}>
          {t('decision.export')}
        </Button>
        <Upload
          accept=".dmn,.xml"
          showUploadList={false}
          beforeUpload={(given) => {
            void read(given);
            return false;
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />} loading={reading.isRunning}>
            {t('decision.import')}
          </Button>
        </Upload>
      </Flex>
      <FailureAlert failure={file.failure ?? reading.failure} />
    </Flex>
  );
}
