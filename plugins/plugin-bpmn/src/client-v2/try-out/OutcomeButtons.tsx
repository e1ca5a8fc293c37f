import { Button, Flex } from 'antd';
import { useId } from 'react';
import type { OutcomeView } from '../../common/api';
import { useT } from '../i18n';
import { Muted } from '../shared';

interface OutcomeButtonsProps {
  readonly outcomes: readonly OutcomeView[];
  readonly isWorking: boolean;
  readonly onPress: (outcome: OutcomeView) => void;
}

function OutcomeButton({ outcome, isWorking, onPress }: { outcome: OutcomeView; isWorking: boolean; onPress: () => void }) {
  const hintId = useId();
  return (
    <div style={{ flex: '1 1 180px' }}>
      <Button
        block
        type={outcome.kind === 'primary' ? 'primary' : 'default'}
        danger={outcome.kind === 'danger'}
        loading={isWorking}
        aria-describedby={outcome.consequence ? hintId : undefined}
        onClick={onPress}
      >
        {outcome.name}
      </Button>
      {outcome.consequence ? (
        <div id={hintId}>
          <Muted small>{outcome.consequence}</Muted>
        </div>
      ) : null}
    </div>
  );
}

/** The ways to decide the task, each with what follows from it. */
export function OutcomeButtons({ outcomes, isWorking, onPress }: OutcomeButtonsProps) {
  const t = useT();
  return (
    <Flex gap="small" wrap role="group" aria-label={t('task.outcomes')}>
      {outcomes.map((outcome) => (
        <OutcomeButton key={outcome.key} outcome={outcome} isWorking={isWorking} onPress={() => onPress(outcome)} />
      ))}
    </Flex>
  );
}
