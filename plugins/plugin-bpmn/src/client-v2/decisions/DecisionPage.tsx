import { Alert, Flex } from 'antd';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { DecisionDetail } from '../../common/api';
import { useApi, useQuery } from '../api';
import { tableIn } from '../../common/decisions';
import { useLanguage, useT } from '../i18n';
import { paths } from '../routes';
import { LeaveGuard, Loaded, Muted, PageFrame, Panel, TextLink, useAddressFilter } from '../shared';
import { FileActions } from './FileActions';
import { HeadPanel } from './HeadPanel';
import { isOfHead } from './places';
import { ProblemPanel } from './ProblemPanel';
import { RuleGrid } from './RuleGrid';
import { SaveBar } from './SaveBar';
import { TestsPanel } from './TestsPanel';
import { TrialPanel } from './TrialPanel';
import { useDecisionEditor } from './useDecisionEditor';
import { UseTable } from './UseTable';
import { VersionList } from './VersionList';
import { WritingHelp } from './WritingHelp';

function Editor({ detail, onSaved }: { detail: DecisionDetail; onSaved: () => void }) {
  const t = useT();
  const editor = useDecisionEditor(detail.table);
  const { shown, edit, problems, isChanged, trial } = editor;
  return (
    <Flex vertical gap="middle">
      <LeaveGuard hasUnsaved={isChanged} />
      {detail.isActive ? null : (
        <Alert
          type="warning"
          showIcon
          message={t('decision.oldVersion', { number: detail.number })}
          action={<TextLink to={paths.decision(detail.key)}>{t('decision.toCurrent')}</TextLink>}
        />
      )}
      <Flex justify="flex-end">
        <FileActions decisionKey={detail.key} onRead={(table) => edit({ type: 'reset', table })} />
      </Flex>
      <HeadPanel table={shown} onEdit={edit} hasProblems={problems.some(isOfHead)} />
      <Panel title={t('decision.rulesCount', { count: shown.rules.length })}>
        <Flex vertical gap="middle">
          <WritingHelp />
          <RuleGrid table={shown} onEdit={edit} problems={problems} hitRuleIds={trial.hitRuleIds} />
        </Flex>
      </Panel>
      <ProblemPanel check={editor.check} />
      <SaveBar detail={detail} editor={editor} onSaved={onSaved} />
      <TrialPanel table={shown} trial={trial} onEdit={edit} />
      <TestsPanel table={shown} problems={problems} isChecked={editor.check.status === 'ready'} onEdit={edit} />
    </Flex>
  );
}

/** One decision table: the rules in the editor, their check, a trial, versions, and which processes use it. */
export function DecisionPage() {
  const t = useT();
  const language = useLanguage();
  const api = useApi();
  const { key = '' } = useParams();
  const { search, change } = useAddressFilter<'version'>();
  const version = Number(search.get('version')) || undefined;
  const query = useQuery(useCallback(() => api.decisions.detail(key, version), [api, key, version]));
  const detail = query.status === 'ready' ? query.data : null;
  const reload = useCallback(() => {
    if (version === undefined) query.reload();
    else change({ version: undefined });
  }, [version, query, change]);
  return (
    <PageFrame
      title={detail ? tableIn(language, detail.table).name : key}
      subtitle={detail ? <Muted>{t('decision.numbered', { number: detail.number, key })}</Muted> : null}
      back={{ to: paths.decisions(), label: t('decision.title') }}
    >
      <Loaded query={query}>
        {(data) => (
          <Flex vertical gap="middle">
            <Editor key={`${data.number}/${data.newestNumber}`} detail={data} onSaved={reload} />
            <UseTable uses={data.usedBy} onChanged={query.reload} />
            <VersionList detail={data} />
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
