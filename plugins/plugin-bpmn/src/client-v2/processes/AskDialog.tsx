import { Alert, App, Form } from 'antd';
import { useCallback } from 'react';
import type { PersonRef, PublishingState } from '../../common/api';
import { useApi, useCommand, type Query } from '../api';
import { useT, type Translate } from '../i18n';
import { ActDialog, formatInstant } from '../shared';

const namesOf = (t: Translate, people: readonly PersonRef[]) => people.map(({ name }) => name).join(t('common.listSeparator'));

export interface AskDialogProps {
  processKey: string;
  /** Of the draft. */
  number: number;
  state: PublishingState;
  onDone: () => void;
  onCancel: () => void;
}

/** In the place of publishing, where the reader may not publish this draft: asks those who may. */
export function AskDialog({ processKey, number, state: { others, request, mustAsk }, onDone, onCancel }: AskDialogProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { run, ...state } = useCommand(
    useCallback((note: string) => api.processes.askForPublishing(processKey, note), [api, processKey]),
  );
  return (
    <ActDialog
      {...state}
      title={t('twoPeople.askTitle', { number })}
      consequence={t(
        others.length === 0 ? 'twoPeople.nobodyElse' : mustAsk === 'ownDraft' ? 'twoPeople.ownDraft' : 'twoPeople.noRight',
        {
          names: namesOf(t, others),
        },
      )}
      tone="warning"
      okText={t('twoPeople.ask')}
      isBlocked={others.length === 0}
      reasonLabel={t('twoPeople.note')}
      isReasonRequired={false}
      onOk={async ({ reason }) => {
        const answer = await run(reason);
        if (!answer) return;
        message.success(t('twoPeople.asked', { count: answer.value.asked }));
        onDone();
      }}
      onCancel={onCancel}
    >
      {request ? (
        <Form.Item>
          <Alert
            type="info"
            showIcon
            message={t('twoPeople.askedAlready', { name: request.by.name, at: formatInstant(request.at) })}
            description={request.note || undefined}
          />
        </Form.Item>
      ) : null}
    </ActDialog>
  );
}

/** Whose changes are about to be published, where that matters. */
export function WhoChanged({ publishing }: { publishing: Query<PublishingState> }) {
  const t = useT();
  if (publishing.status === 'failed')
    return (
      <Form.Item>
        <Alert type="error" showIcon role="alert" message={t('publish.checkFailed')} />
      </Form.Item>
    );
  if (publishing.status !== 'ready' || !publishing.data?.asksForTwo) return null;
  return (
    <Form.Item>
      <Alert type="info" showIcon message={t('twoPeople.changedBy', { names: namesOf(t, publishing.data.authors) })} />
    </Form.Item>
  );
}
