import { Alert, Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { ProcessDetail } from '../../common/api';
import { useApi, useQuery } from '../api';
import { TemplatesPanel } from '../documents';
import { useT } from '../i18n';
import { MigrationRuns } from '../migration';
import { ParameterTable } from '../parameters';
import { ShippedNoticeOfOne } from '../packs';
import { LackNote, useOwnRights } from '../rights';
import { paths } from '../routes';
import { SettingChanges } from '../setting-changes';
import { Loaded, Muted, PageFrame, Sections, useAddressFilter } from '../shared';
import { CheckedDiagram } from './CheckedDiagram';
import { FormTable } from './FormTable';
import { IncidentTable } from './IncidentTable';
import { ProcessActions } from './ProcessActions';
import { ProcessState, ProcessWarnings } from './ProcessList';
import { RequestNote } from './RequestNote';
import { VersionTable } from './VersionTable';

/** Who published and retired what, and why, stands below the versions. */
function Versions({ detail: { process, versions }, onChanged }: { detail: ProcessDetail; onChanged: () => void }) {
  const api = useApi();
  const load = useCallback((page: number) => api.processes.changes(process.key, page), [api, process.key]);
  return (
    <Flex vertical gap="middle">
      <VersionTable processKey={process.key} versions={versions} onChanged={onChanged} />
      <MigrationRuns processKey={process.key} />
      {/* what was done just now is in it too */}
      <SettingChanges key={`${process.published?.versionId ?? ''} ${versions.length}`} load={load} />
    </Flex>
  );
}

function DetailTabs({ detail, onChanged }: { detail: ProcessDetail; onChanged: () => void }) {
  const t = useT();
  const { search, change } = useAddressFilter<'tab'>();
  const { process } = detail;
  const { processes: mayResolve } = useOwnRights();
  const items = useMemo(
    () => [
      {
        key: 'diagram',
        label: t('process.diagramTab'),
        children: <CheckedDiagram xml={detail.xml} problems={detail.problems} name={process.name} />,
      },
      { key: 'forms', label: t('process.formsTab', { count: detail.userTasks.length }), children: <FormTable detail={detail} /> },
      {
        key: 'templates',
        label: t('process.templatesTab', { count: detail.templates.length }),
        children: <TemplatesPanel detail={detail} onChanged={onChanged} />,
      },
      {
        key: 'parameters',
        label: t('process.parametersTab', { count: detail.parameters.length }),
        children: <ParameterTable parameters={detail.parameters} onChanged={onChanged} />,
      },
      {
        key: 'versions',
        label: t('process.versionsTab', { count: detail.versions.length }),
        children: <Versions detail={detail} onChanged={onChanged} />,
      },
      ...(mayResolve
        ? [
            {
              key: 'incidents',
              label: t('process.incidentsTab', { count: process.openIncidents }),
              children: <IncidentTable processKey={process.key} onChanged={onChanged} />,
            },
          ]
        : []),
    ],
    [t, detail, process, mayResolve, onChanged],
  );
  return (
    <Sections
      label={t('process.sections')}
      active={search.get('tab') ?? 'diagram'}
      onChange={(tab) => change({ tab })}
      items={items}
    />
  );
}

/** Above every tab: a value that contradicts another one is changed at the parameters, not in the drawing. */
function Contradictions({ contradictions }: Pick<ProcessDetail, 'contradictions'>) {
  const t = useT();
  if (contradictions.length === 0) return null;
  const lines = (
    <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
      {contradictions.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
  return (
    <Alert type="warning" showIcon message={t('process.contradictions', { count: contradictions.length })} description={lines} />
  );
}

/** One process: drawing with check, forms, templates, parameters, versions, incidents. */
export function ProcessDetailPage() {
  const t = useT();
  const api = useApi();
  const { key = '' } = useParams();
  const query = useQuery(useCallback(() => api.processes.detail(key), [api, key]));
  const detail = query.status === 'ready' ? query.data : null;
  return (
    <PageFrame
      title={detail?.process.name ?? key}
      subtitle={
        detail ? (
          <Flex gap="small" wrap align="center">
            <ProcessState row={detail.process} />
            <ProcessWarnings row={detail.process} />
            <Muted small>{t('process.counts', { running: detail.process.running, ended: detail.process.ended })}</Muted>
          </Flex>
        ) : null
      }
      back={{ to: paths.processes(), label: t('process.title') }}
      extra={detail ? <ProcessActions detail={detail} onChanged={query.reload} /> : null}
    >
      <Loaded query={query}>
        {(data) => (
          <Flex vertical gap="middle">
            <LackNote />
            <RequestNote process={data.process} />
            <ShippedNoticeOfOne process={data.process} onChanged={query.reload} />
            <Contradictions contradictions={data.contradictions} />
            <DetailTabs detail={data} onChanged={query.reload} />
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
