import { Act } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import type { ObjectionView } from '../../common/api';
import { AgainstAct } from './AgainstAct';
import { AnswerAct, ReconsiderAct } from './AnswerAct';
import { useApi } from './api';
import { HearingAct } from './HearingAct';
import { LongText } from './LongText';
import { useT } from './texts';

interface ObjectionActsProps {
  view: ObjectionView;
  onDone: () => void;
}

/** What the reader may do now; the server says which. */
export function ObjectionActs({ view, onDone }: ObjectionActsProps) {
  if (view.may.every((act) => act === 'reveal')) return null;
  return (
    <Flex gap="small" wrap>
      <Acceptance view={view} onDone={onDone} />
      <HearingAct view={view} onDone={onDone} />
      <AnswerAct view={view} onDone={onDone} />
      <ReconsiderAct view={view} onDone={onDone} />
      <Afterwards view={view} onDone={onDone} />
      <AgainstAct view={view} onDone={onDone} />
    </Flex>
  );
}

function Acceptance({ view: { id, may }, onDone }: ObjectionActsProps) {
  const t = useT();
  const api = useApi();
  return (
    <>
      {may.includes('accept') ? (
        <Act
          isMain
          label={t('objection.page.acceptAct')}
          consequence={t('objection.page.acceptConsequence')}
          run={() => api.accept(id)}
          done={t('objection.page.accepted')}
          onDone={onDone}
        />
      ) : null}
      {may.includes('refuse') ? (
        <Act
          label={t('objection.page.refuseAct')}
          tone="warning"
          consequence={t('objection.page.refuseConsequence')}
          reasonLabel={t('objection.page.refuseReason')}
          run={({ reason }) => api.refuse(id, reason)}
          done={t('objection.page.refused')}
          onDone={onDone}
        />
      ) : null}
    </>
  );
}

/** Once it is answered: whoever objected is content, or goes to the level above. */
function Afterwards({ view: { id, may }, onDone }: ObjectionActsProps) {
  const t = useT();
  const api = useApi();
  return (
    <>
      {may.includes('close') ? (
        <Act
          label={t('objection.page.closeAct')}
          consequence={t('objection.page.closeConsequence')}
          run={() => api.close(id)}
          done={t('objection.page.closed')}
          onDone={onDone}
        />
      ) : null}
      {may.includes('appeal') ? (
        <Act<{ reason: string; text?: string }>
          label={t('objection.page.appealAct')}
          consequence={t('objection.page.appealConsequence')}
          run={({ text = '' }) => api.appeal(id, text.trim())}
          done={t('objection.page.appealed')}
          onDone={onDone}
        >
          <LongText name="text" label={t('objection.page.appealText')} extra={t('objection.page.appealHint')} least={10} />
        </Act>
      ) : null}
    </>
  );
}
