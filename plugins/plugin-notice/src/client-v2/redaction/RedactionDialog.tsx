import { FailureAlert, Loaded, useCommand, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { App, Button, Flex, Modal } from 'antd';
import { useCallback, useState } from 'react';
import type { CheckView, NoticeDesk } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { Decide } from './Decide';
import { openOf, redactBodyOf, type Decisions } from './decisions';
import { Result } from './Result';

interface Props {
  notice: NoticeDesk;
  onClose: () => void;
  onDone: () => void;
}

const NOTHING: Decisions = new Map();

function Check({ notice, check, onClose, onDone, onStale }: Props & { check: CheckView; onStale: () => void }) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const [decisions, setDecisions] = useState<Decisions>(NOTHING);
  const [looked, setLooked] = useState<ReadonlyMap<string, string>>(new Map());
  const [isResult, setIsResult] = useState(false);
  const onLooked = (fileId: string, words: string | null) => {
    const next = new Map(looked);
    if (words === null) next.delete(fileId);
    else next.set(fileId, words);
    setLooked(next);
  };
  const confirm = useCommand(
    useCallback(
      () => api.notices.redact(notice.id, redactBodyOf(check, decisions, looked)),
      [api, notice.id, check, decisions, looked],
    ),
  );
  const finish = async () => {
    if (!(await confirm.run())) return;
    message.success(t('redaction.done'));
    onDone();
  };
  const open = openOf(check.findings, decisions).length;
  const unseen = check.unchecked.filter(({ fileId }) => !looked.get(fileId)?.trim()).length;
  const left = [
    ...(open > 0 ? [t('redaction.openLeft', { count: open })] : []),
    ...(unseen > 0 ? [t('redaction.unseenLeft', { count: unseen })] : []),
  ].join(t('redaction.separator'));
  return (
    <Flex vertical gap="middle">
      {isResult ? (
        <Result notice={notice} check={check} decisions={decisions} looked={looked} />
      ) : (
        <Decide
          notice={notice}
          check={check}
          decisions={decisions}
          onDecisions={setDecisions}
          looked={looked}
          onLooked={onLooked}
        />
      )}
      <FailureAlert failure={confirm.failure} onReload={onStale} />
      <Flex gap="small" wrap justify="flex-end" align="center">
        <span role="status">{left}</span>
        {isResult ? (
          <>
            <Button onClick={() => setIsResult(false)}>{t('redaction.back')}</Button>
            <Button type="primary" loading={confirm.isRunning} onClick={() => void finish()}>
              {t('redaction.confirm')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('redaction.cancel')}</Button>
            <Button type="primary" disabled={left !== ''} onClick={() => setIsResult(true)}>
              {t('redaction.toResult')}
            </Button>
          </>
        )}
      </Flex>
    </Flex>
  );
}

/** 脱敏检查: a person decides on all that was found, and looks at what no check can read. Nothing of it is kept but counts and reasons. */
export function RedactionDialog({ notice, onClose, onDone }: Props) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.notices.check(notice.id), [api, notice.id]));
  return (
    <Modal
      open
      title={t('redaction.title')}
      width="min(1280px, 96vw)"
      style={{ top: 16 }}
      footer={null}
      maskClosable={false}
      onCancel={onClose}
    >
      <Loaded query={query}>
        {(check) => (
          <Check key={check.stamp} notice={notice} check={check} onClose={onClose} onDone={onDone} onStale={query.reload} />
        )}
      </Loaded>
    </Modal>
  );
}
