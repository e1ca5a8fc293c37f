import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import type { MotionView } from '../../../common/api';
import { useApi } from '../../api';
import { useSaid, useT, type TextKey } from '../../i18n';
import { SECRECY_TEXT, WAY_TEXT } from '../../shared';
import { useDesk } from '../desk-context';
import { EditMotion } from './MotionForm';
import { OpenBox } from './OpenBox';

type Round = NonNullable<MotionView['nextRound']>;
const NEXT_TEXT: Record<Round, TextKey> = {
  again: 'motion.next.again',
  revote: 'motion.next.revote',
  further: 'motion.next.further',
};

function Open({ motion }: { motion: MotionView }) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const { desk, reload } = useDesk();
  const { feasibility } = motion;
  const cannotPass = feasibility?.status === 'impossible';
  return (
    <Act<ActValues>
      label={t('motion.open')}
      title={t('motion.openOf', { title: motion.title })}
      tone={feasibility && feasibility.status !== 'open' ? 'warning' : 'info'}
      consequence={
        <>
          {t('motion.openConsequence', {
            present: desk.attendance.present - motion.recused.length,
            way: t(WAY_TEXT[motion.way]),
            secrecy: t(SECRECY_TEXT[motion.secrecy]),
          })}
          {feasibility ? <div>{said(feasibility.sentence)}</div> : null}
          {cannotPass ? <strong>{t('motion.cannotPass')}</strong> : null}
        </>
      }
      reasonLabel={cannotPass ? t('motion.despite') : undefined}
      hintFor={({ code }) => (code === 'ballot.noQuorum' ? t('motion.noQuorumHint') : null)}
      run={({ reason }) => api.motions.open(motion.id, cannotPass ? { despiteOutlook: reason } : {})}
      done={t('motion.opened')}
      onDone={reload}
      button={{ type: 'primary', size: 'large' }}
    />
  );
}

function Close({ motion }: { motion: MotionView }) {
  const t = useT();
  const api = useApi();
  const { reload } = useDesk();
  const { progress } = motion;
  const out = progress ? progress.expected - progress.voted : 0;
  return (
    <Act
      label={t('motion.close')}
      title={t('motion.closeOf', { title: motion.title })}
      tone={out > 0 ? 'warning' : 'info'}
      consequence={
        progress
          ? t(out > 0 ? 'motion.closeSome' : 'motion.closeAll', { voted: progress.voted, expected: progress.expected, out })
          : t('motion.closeConsequence')
      }
      run={() => api.motions.close(motion.id)}
      done={t('motion.closed')}
      onDone={reload}
      button={{ type: 'primary', size: 'large' }}
    />
  );
}

/** What may be done with a motion now. */
export function MotionActs({ motion }: { motion: MotionView }) {
  const t = useT();
  const api = useApi();
  const { reload } = useDesk();
  const may = (action: string) => motion.may.includes(action);
  if (motion.may.length === 0) return null;
  return (
    <Flex gap="small" wrap>
      {may('ballotMotions:open') ? <Open motion={motion} /> : null}
      {may('ballotMotions:close') ? <Close motion={motion} /> : null}
      {may('ballotBoxes:openBox') ? <OpenBox motion={motion} /> : null}
      {may('ballotMotions:decide') ? (
        <Act
          label={t('motion.decide')}
          title={t('motion.decideOf', { title: motion.title })}
          consequence={t('motion.decideConsequence')}
          run={() => api.motions.decide(motion.id)}
          done={t('motion.decided')}
          onDone={reload}
          button={{ type: 'primary', size: 'large' }}
        />
      ) : null}
      {may('ballotMotions:countAgain') && motion.sheets.length > 0 ? (
        <Act
          label={t('motion.countAgain')}
          tone="warning"
          consequence={t('motion.countAgainConsequence')}
          reasonLabel={t('common.reason')}
          run={({ reason }) => api.motions.countAgain(motion.id, reason)}
          done={t('motion.isCountedAgain')}
          onDone={reload}
        />
      ) : null}
      {motion.nextRound && may('ballotMotions:nextRound') ? (
        <Act
          label={t('motion.nextRound')}
          consequence={t(NEXT_TEXT[motion.nextRound])}
          run={() => api.motions.nextRound(motion.id)}
          done={t('motion.nextRoundMade')}
          onDone={reload}
          button={{ type: 'primary' }}
        />
      ) : null}
      {may('ballotMotions:update') ? <EditMotion motion={motion} /> : null}
      {may('ballotMotions:withdraw') ? (
        <Act
          label={t('motion.withdraw')}
          title={t('motion.withdrawOf', { title: motion.title })}
          tone="warning"
          isDanger
          consequence={t('motion.withdrawConsequence')}
          reasonLabel={t('common.reason')}
          run={({ reason }) => api.motions.withdraw(motion.id, reason)}
          done={t('motion.withdrawn')}
          onDone={reload}
        />
      ) : null}
    </Flex>
  );
}
