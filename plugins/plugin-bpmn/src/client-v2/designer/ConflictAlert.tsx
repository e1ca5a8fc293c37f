import { Alert, Button, Flex, Popconfirm } from 'antd';
import { useState } from 'react';
import type { DraftChanged } from '../../common/api';
import { useT } from '../i18n';
import { formatInstant, saveFile } from '../shared';
import type { DesignerHandle } from './contract';

/** Two drew at once: who was faster and when. What was drawn here stays, until its author has decided. */
export function ConflictAlert({
  by,
  name,
  handle,
  onReload,
}: {
  by: DraftChanged;
  name: string;
  handle: DesignerHandle;
  onReload: () => Promise<void>;
}) {
  const t = useT();
  const [isKept, setIsKept] = useState(false);
  const keep = async () => {
    const content = new Blob([await handle.xml()], { type: 'application/xml' });
    saveFile({ content, name: `${name}.bpmn` });
    setIsKept(true);
  };
  const reload = (
    <Button danger={!isKept} onClick={isKept ? () => void onReload() : undefined}>
      {t('designer.takeTheirs')}
    </Button>
  );
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      message={t('designer.conflict', {
        by: by.by || t('person.system'),
        at: by.at === null ? '' : formatInstant(by.at),
        number: by.number,
      })}
      description={
        <Flex vertical gap="small">
          {t('designer.conflictHint')}
          <Flex gap="small" wrap>
            <Button type="primary" onClick={() => void keep()}>
              {t('designer.keepMine')}
            </Button>
            {isKept ? (
              reload
            ) : (
              <Popconfirm
                title={t('designer.loseMine')}
                okText={t('designer.takeTheirs')}
                cancelText={t('common.cancel')}
                onConfirm={() => void onReload()}
              >
                {reload}
              </Popconfirm>
            )}
          </Flex>
        </Flex>
      }
    />
  );
}
