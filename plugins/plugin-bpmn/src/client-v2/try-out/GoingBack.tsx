import { Button, Flex, Form } from 'antd';
import { useState } from 'react';
import type { TryOutCase, TryOutStep, TryOutTask } from '../../common/api';
import { useT } from '../i18n';
import { ActDialog, Choice } from '../shared';

interface ReturnButtonProps {
  readonly task: TryOutTask;
  readonly byId: number;
  readonly isWorking: boolean;
  readonly onStep: (step: TryOutStep) => Promise<void>;
}

/** 退回: sends the case back as the holder of the task does. */
export function ReturnButton({ task, byId, isWorking, onStep }: ReturnButtonProps) {
  const t = useT();
  const [isAsking, setIsAsking] = useState(false);
  const { caseId, elementId, nth, returnTargets } = task;
  if (returnTargets.length === 0) return null;
  return (
    <>
      <Button disabled={isWorking} onClick={() => setIsAsking(true)}>
        {t('task.returnTo')}
      </Button>
      {isAsking ? (
        <ActDialog
          title={t('task.returnTo')}
          consequence={t('tryOut.returnConsequence')}
          tone="warning"
          okText={t('task.returnTo')}
          isDanger
          isRunning={isWorking}
          failure={null}
          onOk={({ target, reason }) => {
            setIsAsking(false);
            if (target !== undefined) void onStep({ kind: 'return', caseId, elementId, nth, to: target, reason, byId });
          }}
          onCancel={() => setIsAsking(false)}
        >
          <Form.Item
            name="target"
            label={t('task.returnTarget')}
            initialValue={returnTargets.length === 1 ? returnTargets[0]?.elementId : undefined}
            rules={[{ required: true, message: t('common.fillIn', { name: t('task.returnTarget') }) }]}
          >
            <Choice options={returnTargets.map((target) => ({ value: target.elementId, label: target.elementName }))} />
          </Form.Item>
        </ActDialog>
      ) : null}
    </>
  );
}

interface WithdrawalsProps {
  readonly cases: readonly TryOutCase[];
  readonly isWorking: boolean;
  readonly onStep: (step: TryOutStep) => void;
}

/** 撤回: the last step of each case, taken back by whoever did it. */
export function Withdrawals({ cases, isWorking, onStep }: WithdrawalsProps) {
  const t = useT();
  const [caseId, setCaseId] = useState<string | null>(null);
  const offered = cases.flatMap(({ id, withdrawable }) =>
    withdrawable ? [{ id, title: t('tryOut.withdraw', withdrawable) }] : [],
  );
  const asked = offered.find(({ id }) => id === caseId);
  if (offered.length === 0) return null;
  return (
    <Flex gap="small" wrap>
      {offered.map(({ id, title }) => (
        <Button key={id} size="small" disabled={isWorking} onClick={() => setCaseId(id)}>
          {title}
        </Button>
      ))}
      {asked ? (
        <ActDialog
          title={asked.title}
          consequence={t('tryOut.withdrawConsequence')}
          tone="warning"
          okText={t('case.withdraw')}
          isDanger
          isRunning={isWorking}
          failure={null}
          onOk={({ reason }) => {
            setCaseId(null);
            onStep({ kind: 'withdraw', caseId: asked.id, reason });
          }}
          onCancel={() => setCaseId(null)}
        />
      ) : null}
    </Flex>
  );
}
