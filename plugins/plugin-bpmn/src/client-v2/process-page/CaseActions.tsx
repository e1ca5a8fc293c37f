import { App, Button, Flex, Form } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { TrackedInstance } from '../../common/api';
import { useApi, useCommand, type BpmnApi } from '../api';
import { useT, type TextKey } from '../i18n';
import { ActDialog, PeoplePicker, type ActValues } from '../shared';
import { CorrectParameters } from './CorrectParameters';

type CaseAct = 'cancel' | 'suspend' | 'resume' | 'withdraw' | 'cc';

interface ActText {
  title: TextKey;
  consequence: TextKey;
  done: TextKey;
  isDanger: boolean;
}

const ACTS: readonly CaseAct[] = ['cc', 'withdraw', 'suspend', 'resume', 'cancel'];
const TEXT: Record<CaseAct, ActText> = {
  cc: { title: 'case.cc', consequence: 'case.ccConsequence', done: 'case.ccDone', isDanger: false },
  withdraw: { title: 'case.withdraw', consequence: 'case.withdrawConsequence', done: 'case.withdrawDone', isDanger: true },
  suspend: { title: 'case.suspend', consequence: 'case.suspendConsequence', done: 'case.suspendDone', isDanger: false },
  resume: { title: 'case.resume', consequence: 'case.resumeConsequence', done: 'case.resumeDone', isDanger: false },
  cancel: { title: 'case.cancel', consequence: 'case.cancelConsequence', done: 'case.cancelDone', isDanger: true },
};

function perform(api: BpmnApi, id: string, act: CaseAct, { people = [], reason }: ActValues): Promise<unknown> {
  return act === 'cc' ? api.instances.cc(id, people, reason) : api.instances[act](id, reason);
}

interface CaseActDialogProps {
  tracked: TrackedInstance;
  act: CaseAct;
  onDone: () => void;
  onCancel: () => void;
}

/** What would be touched, in numbers. */
function useReach({ waiting, children }: TrackedInstance) {
  return useMemo(
    () => ({
      tasks: waiting.filter(({ kind }) => kind === 'task').length,
      children: children.filter(({ status }) => status === 'running' || status === 'suspended').length,
    }),
    [waiting, children],
  );
}

function CaseActDialog({ tracked, act, onDone, onCancel }: CaseActDialogProps) {
  const t = useT();
  const api = useApi();
  const { id } = tracked.instance;
  const reach = useReach(tracked);
  const { run, ...state } = useCommand(useCallback((values: ActValues) => perform(api, id, act, values), [api, id, act]));
  const text = TEXT[act];
  return (
    <ActDialog
      {...state}
      title={t(text.title)}
      consequence={t(text.consequence, reach)}
      tone={text.isDanger ? 'warning' : 'info'}
      okText={t(text.title)}
      keepText={act === 'cancel' ? t('case.keep') : undefined}
      isDanger={text.isDanger}
      isReasonRequired={act !== 'cc'}
      reasonLabel={act === 'cc' ? t('case.ccNote') : undefined}
      onOk={async (values) => {
        if (await run(values)) onDone();
      }}
      onCancel={onCancel}
    >
      {act === 'cc' ? (
        <Form.Item
          name="people"
          label={t('case.ccTo')}
          rules={[{ required: true, message: t('common.fillIn', { name: t('case.ccTo') }) }]}
        >
          <PeoplePicker label={t('case.ccTo')} purpose="cc" instanceId={id} />
        </Form.Item>
      ) : null}
    </ActDialog>
  );
}

/** What the reader may do with the whole case; each asks first and says what follows. */
export function CaseActions({ tracked, onChanged }: { tracked: TrackedInstance; onChanged: () => void }) {
  const t = useT();
  const { message } = App.useApp();
  const [act, setAct] = useState<CaseAct | null>(null);
  const [isCorrecting, setCorrecting] = useState(false);
  const allowed = ACTS.filter((candidate) => tracked.may[candidate]);
  return (
    <Flex gap="small" wrap>
      {allowed.map((candidate) => (
        <Button key={candidate} danger={candidate === 'cancel'} onClick={() => setAct(candidate)}>
          {t(TEXT[candidate].title)}
        </Button>
      ))}
      {tracked.may.correctParameters ? <Button onClick={() => setCorrecting(true)}>{t('case.correctParameters')}</Button> : null}
      {isCorrecting ? (
        <CorrectParameters
          instanceId={tracked.instance.id}
          onDone={() => {
            setCorrecting(false);
            message.success(t('case.correctParametersDone'));
            onChanged();
          }}
          onCancel={() => setCorrecting(false)}
        />
      ) : null}
      {act ? (
        <CaseActDialog
          tracked={tracked}
          act={act}
          onDone={() => {
            setAct(null);
            message.success(t(TEXT[act].done));
            onChanged();
          }}
          onCancel={() => setAct(null)}
        />
      ) : null}
    </Flex>
  );
}
