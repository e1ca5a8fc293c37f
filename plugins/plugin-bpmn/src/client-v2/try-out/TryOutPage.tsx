import { Alert, Flex } from 'antd';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { TryOutOptions } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { FailureAlert, Loaded, Muted, PageFrame, Panel } from '../shared';
import { KeptTests } from './KeptTests';
import { SetupForm } from './SetupForm';
import { useTryOut } from './useTryOut';
import { Workspace } from './Workspace';

function Opened({ processKey, options, onChanged }: { processKey: string; options: TryOutOptions; onChanged: () => void }) {
  const t = useT();
  const tryOut = useTryOut(processKey);
  const { running } = tryOut;
  if (running)
    return <Workspace processKey={processKey} options={options} tryOut={tryOut} running={running} onKept={onChanged} />;
  return (
    <Flex vertical gap="middle">
      {options.problems.length > 0 ? (
        <Alert
          type="error"
          showIcon
          message={t('tryOut.hasProblems')}
          description={
            <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
              {options.problems.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      <FailureAlert failure={tryOut.failure} />
      <Panel title={t('tryOut.setup')}>
        <SetupForm
          options={options}
          isWorking={tryOut.isWorking}
          isBlocked={options.problems.length > 0}
          onBegin={(setup) => void tryOut.begin(setup)}
        />
      </Panel>
      <KeptTests processKey={processKey} tests={options.tests} onOpen={(path) => void tryOut.open(path)} onChanged={onChanged} />
    </Flex>
  );
}

/** 试运行: goes through a process by the engine itself, before anybody has to live with it. */
export function TryOutPage() {
  const t = useT();
  const api = useApi();
  const { key = '' } = useParams();
  const query = useQuery(useCallback(() => api.processes.tryOutSetup(key), [api, key]));
  const options = query.status === 'ready' ? query.data : null;
  const name = options?.name ?? key;
  return (
    <PageFrame
      title={t('tryOut.title', { name })}
      subtitle={
        options ? (
          <Muted small>{t(options.isDraft ? 'tryOut.ofDraft' : 'tryOut.ofVersion', { number: options.number })}</Muted>
        ) : null
      }
      back={{ to: paths.process(key), label: name }}
    >
      <Loaded query={query}>{(data) => <Opened processKey={key} options={data} onChanged={query.reload} />}</Loaded>
    </PageFrame>
  );
}
