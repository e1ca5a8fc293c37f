import { Act, DateTime, Panel } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Flex, Progress } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { WallView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';

type Rebuild = WallView['rebuild'];

const PAUSE_IN_MS = 3_000;
/** Longer than any rebuild takes. */
const LATE_IN_MS = 60 * 60 * 1000;

/** How far it has come, asked for again while it is under way. */
function useRebuild(first: Rebuild): { rebuild: Rebuild; look: () => void } {
  const api = useApi();
  const [rebuild, setRebuild] = useState(first);
  useEffect(() => setRebuild(first), [first]);
  const look = useCallback(() => {
    // one that fails is asked again: what was shown last stays
    api.wall.view().then((view) => setRebuild(view.rebuild), () => undefined); // prettier-ignore
  }, [api]);
  const isUnderWay = rebuild !== null && rebuild.finishedAt === null;
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setInterval(look, PAUSE_IN_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, look]);
  return { rebuild, look };
}

/** Of a hundred; lists come before notices, so it is not whole before it is finished. */
export function percentOf({ written, notices, finishedAt }: NonNullable<Rebuild>): number {
  if (finishedAt !== null) return 100;
  return notices === 0 ? 0 : Math.min(99, Math.floor((written / notices) * 100));
}

function State({ rebuild }: { rebuild: Rebuild }) {
  const t = useT();
  if (rebuild === null) return <span>{t('noticeWall.neverWritten')}</span>;
  const { startedAt, finishedAt, written, notices } = rebuild;
  if (finishedAt !== null) {
    return (
      <span>
        <DateTime at={finishedAt} /> {t('noticeWall.finished', { notices })}
      </span>
    );
  }
  return (
    <Flex vertical gap="small">
      <Progress percent={percentOf(rebuild)} aria-label={t('noticeWall.progress')} />
      <span>
        {t('noticeWall.underWay', { written, notices })} <DateTime at={startedAt} />
      </span>
      {Date.now() - startedAt > LATE_IN_MS ? <Alert type="warning" showIcon message={t('noticeWall.isLate')} /> : null}
    </Flex>
  );
}

/** 重写: every page of the wall, and how far that has come. */
export function RebuildPanel({ view }: { view: WallView }) {
  const t = useT();
  const api = useApi();
  const { rebuild, look } = useRebuild(view.rebuild);
  return (
    <Panel title={t('noticeWall.pages')}>
      <Flex vertical gap="middle">
        <div role="status">
          <State rebuild={rebuild} />
        </div>
        <div>
          <Act
            label={t('noticeWall.rebuild')}
            consequence={t('noticeWall.rebuildConsequence', { notices: rebuild?.notices ?? 0 })}
            run={() => api.wall.rebuild()}
            done={t('noticeWall.rebuildBegun')}
            onDone={look}
          />
        </div>
      </Flex>
    </Panel>
  );
}
