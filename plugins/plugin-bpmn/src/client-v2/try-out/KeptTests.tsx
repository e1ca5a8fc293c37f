import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useCallback, useState } from 'react';
import type { KeptTestResult, KeptTestRow, TryOutPath } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog, DateTime, FailureAlert, Muted, Panel, ToneTag } from '../shared';

interface KeptTestsProps {
  readonly processKey: string;
  readonly tests: readonly KeptTestRow[];
  readonly onOpen: (path: TryOutPath) => void;
  readonly onChanged: () => void;
}

/** Tests that were kept: what they say of the process as it is drawn now. */
export function KeptTests({ processKey, tests, onOpen, onChanged }: KeptTestsProps) {
  const t = useT();
  const api = useApi();
  const [results, setResults] = useState<readonly KeptTestResult[]>([]);
  const [removed, setRemoved] = useState<KeptTestRow | null>(null);
  const running = useCommand(useCallback(() => api.processes.runTests(processKey), [api, processKey]));
  const opening = useCommand(useCallback((id: string) => api.processes.keptTest(processKey, id), [api, processKey]));
  const runAll = async () => {
    const answer = await running.run();
    if (answer) setResults(answer.value);
  };
  const open = async (id: string) => {
    const answer = await opening.run(id);
    if (answer) onOpen(answer.value.path);
  };
  const button =
    tests.length > 0 ? (
      <Button loading={running.isRunning} onClick={() => void runAll()}>
        {t('tryOut.runTests')}
      </Button>
    ) : null;
  return (
    <Panel title={t('tryOut.tests', { count: tests.length })} extra={button}>
      <FailureAlert failure={running.failure ?? opening.failure} />
      {tests.length === 0 ? <Muted>{t('tryOut.noTests')}</Muted> : null}
      <ul aria-label={t('tryOut.testList')} style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
        {tests.map((test) => (
          <TestLine
            key={test.id}
            test={test}
            result={results.find(({ id }) => id === test.id)}
            onOpen={() => void open(test.id)}
            onRemove={() => setRemoved(test)}
          />
        ))}
      </ul>
      {removed ? (
        <RemoveDialog
          processKey={processKey}
          test={removed}
          onDone={() => {
            setRemoved(null);
            onChanged();
          }}
          onCancel={() => setRemoved(null)}
        />
      ) : null}
    </Panel>
  );
}

interface TestLineProps {
  readonly test: KeptTestRow;
  readonly result: KeptTestResult | undefined;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function TestLine({ test, result, onOpen, onRemove }: TestLineProps) {
  const t = useT();
  return (
    <li>
      <Flex gap="small" wrap align="baseline">
        <span style={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
          {test.name}{' '}
          <Muted small>
            {t('tryOut.testFacts', { steps: test.steps, name: test.keptBy.name })} <DateTime at={test.keptAt} />
          </Muted>
        </span>
        {result ? (
          <ToneTag
            tone={result.difference ? 'danger' : 'success'}
            icon={result.difference ? <WarningOutlined /> : <CheckCircleOutlined />}
          >
            {t(result.difference ? 'tryOut.testFails' : 'tryOut.testPasses')}
          </ToneTag>
        ) : null}
        <Flex gap="small">
          <Button size="small" aria-label={t('tryOut.openTest', { name: test.name })} onClick={onOpen}>
            {t('tryOut.open')}
          </Button>
          <Button size="small" danger aria-label={t('tryOut.removeTest', { name: test.name })} onClick={onRemove}>
            {t('tryOut.remove')}
          </Button>
        </Flex>
      </Flex>
      {result?.difference ? <div role="status">{result.difference.text}</div> : null}
    </li>
  );
}

interface RemoveDialogProps {
  readonly processKey: string;
  readonly test: KeptTestRow;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function RemoveDialog({ processKey, test, onDone, onCancel }: RemoveDialogProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(
    useCallback((reason: string) => api.processes.removeTest(processKey, test.id, reason), [api, processKey, test.id]),
  );
  return (
    <ActDialog
      {...state}
      title={t('tryOut.removeTest', { name: test.name })}
      consequence={t('tryOut.removeConsequence')}
      tone="warning"
      okText={t('tryOut.remove')}
      isDanger
      onOk={async ({ reason }) => {
        if (await run(reason)) onDone();
      }}
      onCancel={onCancel}
    />
  );
}
