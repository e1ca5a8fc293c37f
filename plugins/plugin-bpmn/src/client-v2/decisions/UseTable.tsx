import { App, Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { DecisionUse } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT, type Translate } from '../i18n';
import { useRightTo } from '../rights';
import { paths } from '../routes';
import { ActDialog, DataTable, EmptyState, Muted, Panel, TextLink, ToneTag, type DataColumn } from '../shared';

function Adopt({ use, onChanged }: { use: DecisionUse; onChanged: () => void }) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const [isAsking, setIsAsking] = useState(false);
  const publish = useRightTo('publish');
  const { processKey, processName, versionNumber, runningCases } = use;
  const { run, ...state } = useCommand(useCallback((note: string) => api.processes.renew(processKey, note), [api, processKey]));
  if (use.isCurrent) return null;
  if (use.hasDraft) return <Muted small>{t('decision.draftWaits')}</Muted>;
  return (
    <>
      <Button
        size="small"
        disabled={!publish.may}
        title={publish.why}
        onClick={() => setIsAsking(true)}
        aria-label={t('decision.adoptOf', { name: processName })}
      >
        {t('decision.adopt')}
      </Button>
      {isAsking ? (
        <ActDialog
          {...state}
          title={t('decision.adoptOf', { name: processName })}
          consequence={t('decision.adoptConsequence', { name: processName, from: versionNumber, cases: runningCases })}
          okText={t('decision.adopt')}
          reasonLabel={t('publish.note')}
          onOk={async ({ reason }) => {
            if (!(await run(reason))) return;
            setIsAsking(false);
            message.success(t('decision.adopted'));
            onChanged();
          }}
          onCancel={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}

const columnsFor = (t: Translate, onChanged: () => void): DataColumn<DecisionUse>[] => [
  {
    key: 'process',
    title: t('process.name'),
    render: ({ processKey, processName }) => <TextLink to={paths.process(processKey)}>{processName}</TextLink>,
  },
  { key: 'version', title: t('version.number'), render: ({ versionNumber }) => t('version.numbered', { number: versionNumber }) },
  {
    key: 'state',
    title: t('process.state'),
    render: ({ isCurrent }) =>
      isCurrent ? (
        <ToneTag tone="success">{t('decision.current')}</ToneTag>
      ) : (
        <ToneTag tone="warning">{t('decision.outdated')}</ToneTag>
      ),
  },
  { key: 'running', title: t('process.running'), align: 'center', render: ({ runningCases }) => runningCases },
  { key: 'acts', title: t('common.actions'), render: (use) => <Adopt use={use} onChanged={onChanged} /> },
];

/** Which processes decide by the table, and whether by the one that holds now. */
export function UseTable({ uses, onChanged }: { uses: DecisionUse[]; onChanged: () => void }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t, onChanged), [t, onChanged]);
  return (
    <Panel title={t('decision.usedBy')}>
      {uses.length === 0 ? (
        <EmptyState title={t('decision.unused')} hint={t('decision.unusedHint')} />
      ) : (
        <DataTable
          label={t('common.listOf', { name: t('decision.usedBy') })}
          columns={columns}
          rows={uses}
          rowKey={({ processKey }) => processKey}
        />
      )}
    </Panel>
  );
}
