import { App } from 'antd';
import { useCallback } from 'react';
import type { DataStartReach, DataStartRow } from '../../common/api';
import { useApi, useCommand, useQuery } from '../api';
import { useT } from '../i18n';
import { ActDialog, Loaded } from '../shared';

const countsOf = ({ started, waiting }: DataStartReach) => {
  const { running = 0, suspended = 0, completed = 0, terminated = 0, cancelled = 0 } = started;
  return { open: running + suspended, ended: completed + terminated + cancelled, waiting };
};

export interface RemoveRuleProps {
  rule: DataStartRow;
  onDone: () => void;
  onCancel: () => void;
}

/** Says in numbers what a rule has started before it is removed. */
export function RemoveRule({ rule, onDone, onCancel }: RemoveRuleProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const reach = useQuery(useCallback(() => api.dataStarts.reach(rule.id), [api, rule.id]));
  const { run, ...state } = useCommand(useCallback(() => api.dataStarts.remove(rule.id), [api, rule.id]));
  return (
    <ActDialog
      {...state}
      title={t('dataStart.removeOf', { name: rule.name })}
      consequence={<Loaded query={reach}>{(data) => t('dataStart.removeConsequence', countsOf(data))}</Loaded>}
      tone="warning"
      okText={t('dataStart.remove')}
      isDanger
      isReasonAsked={false}
      onOk={async () => {
        if (!(await run())) return;
        message.success(t('dataStart.removed'));
        onDone();
      }}
      onCancel={onCancel}
    />
  );
}
