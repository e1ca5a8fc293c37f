import { EmptyState } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import type { MotionStatus, MotionView } from '../../../common/api';
import { useT } from '../../i18n';
import { useDesk } from '../desk-context';
import { MotionCard } from './MotionCard';
import { CreateMotion } from './MotionForm';

/** What is under way stands first, then what waits, then what is done. */
const ORDER: Record<MotionStatus, number> = { open: 0, counting: 0, waiting: 1, decided: 2, void: 2, withdrawn: 3 };

const inOrder = (motions: readonly MotionView[]) =>
  [...motions].sort((a, b) => ORDER[a.status] - ORDER[b.status] || a.number - b.number || a.round - b.round);

/** 表决: the motions of the meeting, one after the other. */
export function MotionsPart() {
  const t = useT();
  const { desk, may } = useDesk();
  return (
    <Flex vertical gap="middle">
      {may('ballotMotions:create') ? (
        <div>
          <CreateMotion />
        </div>
      ) : null}
      {desk.motions.length === 0 ? <EmptyState title={t('motion.none')} hint={t('motion.noneHint')} /> : null}
      {inOrder(desk.motions).map((motion) => (
        <MotionCard key={motion.id} motion={motion} />
      ))}
    </Flex>
  );
}
