import { FormOutlined } from '@ant-design/icons';
import { DateTime, LinkButton, Muted, Panel } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Flex } from 'antd';
import type { MotionView } from '../../../common/api';
import { useSaid, useT } from '../../i18n';
import { paths } from '../../routes';
import { MotionResult, RuleWords } from '../../result';
import { Figure, MotionStatusTag, SecrecyTag, WAY_TEXT } from '../../shared';
import { useDesk } from '../desk-context';
import { MotionActs } from './MotionActs';
import { RollCallSheet } from './RollCallSheet';
import { Sheets } from './Sheets';

function Recused({ motion }: { motion: MotionView }) {
  const t = useT();
  if (motion.recused.length === 0) return null;
  return (
    <div>
      {t('motion.recused')}
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {motion.recused.map(({ entryId, name, reason }) => (
          <li key={entryId}>{t('motion.recusedLine', { name, reason })}</li>
        ))}
      </ul>
    </div>
  );
}

function Candidates({ motion }: { motion: MotionView }) {
  const t = useT();
  if (motion.candidates.length === 0) return null;
  return (
    <div>
      {t('motion.candidatesFor', { seats: motion.seats ?? 1 })}
      {motion.candidates.map(({ name }) => name).join(t('common.and'))}
    </div>
  );
}

/** How far it has come, as large numbers; of a secret vote only how many ballots there are. */
function Progress({ motion }: { motion: MotionView }) {
  const t = useT();
  const said = useSaid();
  const { progress, outlook, box, way } = motion;
  const isByBallot = way === 'phone' || way === 'mixed';
  return (
    <Flex vertical gap="small">
      <dl style={{ margin: 0, display: 'flex', flexWrap: 'wrap', gap: 32 }}>
        {progress ? <Figure label={t('motion.voted')} value={`${progress.voted} / ${progress.expected}`} /> : null}
        {isByBallot ? (
          <Figure
            label={t('motion.inBox')}
            value={box?.ballots ?? '–'}
            note={box?.ballots === null || box === null ? t('motion.fewBallots') : null}
          />
        ) : null}
      </dl>
      {outlook ? (
        <Alert
          role="status"
          type={outlook.status === 'open' ? 'info' : outlook.status === 'willPass' ? 'success' : 'warning'}
          showIcon
          message={said(outlook.sentence)}
        />
      ) : null}
    </Flex>
  );
}

function Body({ motion }: { motion: MotionView }) {
  const t = useT();
  const said = useSaid();
  const { desk } = useDesk();
  switch (motion.status) {
    case 'waiting':
      return motion.feasibility ? (
        <Alert
          type={motion.feasibility.status === 'open' ? 'info' : 'warning'}
          showIcon
          message={said(motion.feasibility.sentence)}
        />
      ) : null;
    case 'open':
    case 'counting':
      return (
        <Flex vertical gap="middle">
          <Progress motion={motion} />
          {motion.may.includes('ballotMotions:count') ? (
            <LinkButton
              type="primary"
              size="large"
              icon={<FormOutlined />}
              to={paths.count(desk.id, motion.id)}
              style={{ alignSelf: 'flex-start' }}
            >
              {t('motion.enterCount')}
            </LinkButton>
          ) : null}
          {motion.rollCall ? <RollCallSheet motion={motion} /> : null}
          <Sheets motion={motion} />
        </Flex>
      );
    case 'decided':
    case 'void':
      return <MotionResult motion={motion} />;
    case 'withdrawn':
      return null;
  }
}

/** One motion: what is voted on, by which rule and way, how far it is, and what may be done with it. */
export function MotionCard({ motion }: { motion: MotionView }) {
  const t = useT();
  const isUnderWay = motion.status === 'open' || motion.status === 'counting';
  return (
    <Panel
      title={t(motion.round > 1 ? 'motion.headingRound' : 'motion.heading', {
        number: motion.number,
        title: motion.title,
        round: motion.round,
      })}
      extra={<MotionStatusTag status={motion.status} />}
    >
      <Flex vertical gap="middle">
        {motion.text ? (
          <div style={{ whiteSpace: 'pre-wrap', fontSize: isUnderWay ? '1.15em' : undefined }}>{motion.text}</div>
        ) : null}
        <Candidates motion={motion} />
        <Recused motion={motion} />
        {motion.result ? null : (
          <Flex gap="small" wrap align="center">
            <SecrecyTag secrecy={motion.secrecy} />
            <Muted small>
              {t(WAY_TEXT[motion.way])} · <RuleWords ruleKey={motion.ruleKey} title={motion.ruleTitle} />
              {motion.closesAt !== null && isUnderWay ? (
                <>
                  {' · '}
                  {t('motion.closesAt')} <DateTime at={motion.closesAt} />
                </>
              ) : null}
            </Muted>
          </Flex>
        )}
        <Body motion={motion} />
        <MotionActs motion={motion} />
      </Flex>
    </Panel>
  );
}
