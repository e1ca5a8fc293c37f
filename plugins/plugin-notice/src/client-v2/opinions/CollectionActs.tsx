import { Act } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Flex, Input } from 'antd';
import type { CollectionView } from '../../common/api';
import { useApi } from './api';
import { ReceiveOpinion } from './ReceiveOpinion';
import { useT } from './texts';

interface CollectionActsProps {
  view: CollectionView;
  onDone: () => void;
}

const MOST_FEEDBACK = 20_000;

/** What the reader may do with the collection; the server says which. */
export function CollectionActs({ view, onDone }: CollectionActsProps) {
  const t = useT();
  const api = useApi();
  const { id, may, counts } = view;
  return (
    <Flex gap="small" wrap>
      {may.includes('receive') ? <ReceiveOpinion view={view} onDone={onDone} /> : null}
      {may.includes('close') ? (
        <Act<{ reason: string; feedback?: string }>
          isMain={counts.received === 0}
          button={{ disabled: counts.received > 0 }}
          label={t('opinion.page.closeAct')}
          consequence={t('opinion.page.closeConsequence', { ...counts })}
          run={({ feedback = '' }) => api.close(id, { feedback: feedback.trim() || undefined })}
          done={t('opinion.page.closed')}
          onDone={onDone}
        >
          <Form.Item name="feedback" label={t('opinion.page.feedback')} extra={t('opinion.page.feedbackHint')}>
            <Input.TextArea rows={6} maxLength={MOST_FEEDBACK} />
          </Form.Item>
        </Act>
      ) : null}
      {may.includes('cancel') ? (
        <Act
          isDanger
          tone="warning"
          label={t('opinion.page.cancelAct')}
          consequence={t('opinion.page.cancelConsequence', { count: counts.total })}
          reasonLabel={t('opinion.page.cancelReason')}
          run={({ reason }) => api.cancel(id, reason)}
          done={t('opinion.page.cancelled')}
          onDone={onDone}
        />
      ) : null}
    </Flex>
  );
}
