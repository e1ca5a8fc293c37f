import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { TemplateView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';

interface RemoveTemplateProps {
  processKey: string;
  template: TemplateView;
  onRemoved: () => void;
}

/** Takes a template that was added here out of the draft. */
export function RemoveTemplate({ processKey, template: { key, name }, onRemoved }: RemoveTemplateProps) {
  const t = useT();
  const api = useApi();
  const [isAsking, setIsAsking] = useState(false);
  const { run, ...state } = useCommand(useCallback(() => api.processes.removeTemplate(processKey, key), [api, processKey, key]));
  return (
    <>
      <Button
        size="small"
        danger
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('template.removeOf', { name })}
        onClick={() => setIsAsking(true)}
      >
        {t('template.remove')}
      </Button>
      {isAsking ? (
        <ActDialog
          {...state}
          title={t('template.removeOf', { name })}
          tone="warning"
          consequence={t('template.removeConsequence', { name })}
          okText={t('template.remove')}
          isDanger
          isReasonAsked={false}
          onOk={async () => {
            if (!(await run())) return;
            setIsAsking(false);
            onRemoved();
          }}
          onCancel={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}
