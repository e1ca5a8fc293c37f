import { Act } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Input } from 'antd';
import type { ObjectionView } from '../../common/api';
import { useApi } from './api';
import { LongText } from './LongText';
import { useT } from './texts';

interface Values {
  reason: string;
  hearingOn?: string;
  notes?: string;
}

/** 听证 of those who object together: on which day, and what was said. */
export function HearingAct({ view, onDone }: { view: ObjectionView; onDone: () => void }) {
  const t = useT();
  const api = useApi();
  const { id, may, needsHearing, hearingOn, hearingNotes } = view;
  if (!may.includes('recordHearing')) return null;
  return (
    <Act<Values>
      isMain={needsHearing && hearingOn === null}
      label={t(hearingOn === null ? 'objection.page.hearingAct' : 'objection.page.hearingChange')}
      consequence={t(needsHearing ? 'objection.page.hearingNeeded' : 'objection.page.hearingFree')}
      initialValues={{ hearingOn: hearingOn ?? undefined, notes: hearingNotes ?? undefined }}
      run={({ hearingOn: day = '', notes = '' }) => api.recordHearing(id, { hearingOn: day, notes: notes.trim() })}
      done={t('objection.page.heard')}
      onDone={onDone}
    >
      <Form.Item
        name="hearingOn"
        label={t('objection.page.hearingOn')}
        rules={[{ required: true, message: t('objection.page.fillIn', { label: t('objection.page.hearingOn') }) }]}
      >
        <Input type="date" />
      </Form.Item>
      <LongText name="notes" label={t('objection.page.hearingNotes')} extra={t('objection.page.hearingNotesHint')} />
    </Act>
  );
}
