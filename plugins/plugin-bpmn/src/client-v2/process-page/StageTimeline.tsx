import { Timeline } from 'antd';
import { useMemo } from 'react';
import type { StageView } from '../../common/api';
import { useT } from '../i18n';
import { DateTime, Muted } from '../shared';

function StageDates({ stage }: { stage: StageView }) {
  const t = useT();
  if (stage.enteredAt === null) return <Muted small>{t('stage.upcoming')}</Muted>;
  return (
    <Muted small>
      <DateTime at={stage.enteredAt} /> – {stage.leftAt ? <DateTime at={stage.leftAt} /> : t('stage.untilNow')}
    </Muted>
  );
}

const COLOUR: Record<StageView['state'], string> = { passed: 'green', current: 'blue', upcoming: 'gray' };

/** When each stage was entered and left. */
export function StageTimeline({ stages }: { stages: StageView[] }) {
  const items = useMemo(
    () =>
      stages.map((stage) => ({
        key: stage.key,
        color: COLOUR[stage.state],
        children: (
          <>
            {stage.state === 'current' ? <strong>{stage.name}</strong> : stage.name}
            <br />
            <StageDates stage={stage} />
          </>
        ),
      })),
    [stages],
  );
  return <Timeline items={items} />;
}
