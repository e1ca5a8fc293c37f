import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import type { TryOutOptions, TryOutPath, TryOutTask, TryOutView } from '../../common/api';
import { useT } from '../i18n';
import { FailureAlert, Panel, ROOM_BELOW_PX, useIsPhone } from '../shared';
import { CaseData } from './CaseData';
import { CaseDrawing } from './CaseDrawing';
import { ClockBar } from './ClockBar';
import { Withdrawals } from './GoingBack';
import { KeepDialog } from './KeepDialog';
import { Story } from './Story';
import { TaskDrawer } from './TaskDrawer';
import { TaskList } from './TaskList';
import type { TryOut } from './useTryOut';
import { WaitingList } from './WaitingList';

interface WorkspaceProps {
  readonly processKey: string;
  readonly options: TryOutOptions;
  readonly tryOut: TryOut;
  readonly running: { readonly path: TryOutPath; readonly view: TryOutView };
  readonly onKept: () => void;
}

/** Where the try-out stands: what can be done, the drawing, what happened and why. */
export function Workspace({ processKey, options, tryOut, running: { path, view }, onKept }: WorkspaceProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const [task, setTask] = useState<TryOutTask | null>(null);
  const [isKeeping, setIsKeeping] = useState(false);
  const { isWorking, refusal, failure } = tryOut;
  const side = (
    <Flex vertical gap="middle" style={{ flex: isPhone ? undefined : '1 1 380px', minWidth: 0 }}>
      <Panel title={t('tryOut.now')}>
        <Flex vertical gap="middle">
          <TaskList view={view} isWorking={isWorking} onOpen={setTask} />
          <Withdrawals cases={view.cases} isWorking={isWorking} onStep={(step) => void tryOut.take(step)} />
          <WaitingList view={view} isWorking={isWorking} onStep={(step) => void tryOut.take(step)} />
        </Flex>
      </Panel>
      <Panel title={t('tryOut.story')}>
        <Story view={view} />
      </Panel>
    </Flex>
  );
  return (
    <Flex vertical gap="middle" style={{ paddingBottom: ROOM_BELOW_PX }}>
      <Flex gap="small" wrap align="center" justify="space-between">
        <ClockBar view={view} isWorking={isWorking} onWait={(until) => void tryOut.take({ kind: 'wait', until })} />
        <Flex gap="small" wrap>
          <Button disabled={isWorking || path.steps.length === 0} onClick={() => void tryOut.back()}>
            {t('tryOut.back')}
          </Button>
          <Button type="primary" disabled={isWorking} onClick={() => setIsKeeping(true)}>
            {t('tryOut.keep')}
          </Button>
          <Button disabled={isWorking} onClick={tryOut.leave}>
            {t('tryOut.again')}
          </Button>
        </Flex>
      </Flex>
      {view.warnings.map((text) => (
        <Alert key={text} type="warning" showIcon message={text} />
      ))}
      {refusal ? <Alert type="error" showIcon role="alert" message={t('tryOut.refused')} description={refusal.text} /> : null}
      <FailureAlert failure={failure} />
      <Flex gap="middle" wrap={isPhone} vertical={isPhone} align={isPhone ? 'stretch' : 'flex-start'}>
        {isPhone ? side : null}
        <Flex vertical gap="middle" style={{ flex: isPhone ? undefined : '2 1 560px', minWidth: 0 }}>
          <CaseDrawing processKey={processKey} options={options} view={view} />
          <CaseData view={view} />
        </Flex>
        {isPhone ? null : side}
      </Flex>
      {task ? (
        <TaskDrawer
          processKey={processKey}
          path={path}
          task={task}
          refusal={refusal}
          isWorking={isWorking}
          onStep={async (step) => {
            if (await tryOut.take(step)) setTask(null);
          }}
          onClose={() => setTask(null)}
        />
      ) : null}
      {isKeeping ? (
        <KeepDialog
          processKey={processKey}
          path={path}
          tests={options.tests}
          onDone={() => {
            setIsKeeping(false);
            onKept();
          }}
          onCancel={() => setIsKeeping(false)}
        />
      ) : null}
    </Flex>
  );
}
