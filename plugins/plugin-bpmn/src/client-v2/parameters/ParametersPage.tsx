import { Flex, Select } from 'antd';
import { useCallback, useMemo } from 'react';
import type { ParameterOverview } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { EmptyState, Loaded, Muted, PageFrame, Panel, ToggleButtons, useAddressFilter, useIsPhone } from '../shared';
import { groupsOf } from './groups';
import { ParameterRows } from './ParameterRows';
import { isToConfirm } from './ParameterState';
import { PlaceChoice } from './PlaceChoice';
import { ProposalTable } from './ProposalTable';

type FilterKey = 'place' | 'show' | 'process';

function ShownChoice({ overview, isOpenOnly }: { overview: ParameterOverview; isOpenOnly: boolean }) {
  const t = useT();
  const { change } = useAddressFilter<FilterKey>();
  const { parameters } = overview;
  const options = useMemo(
    () => [
      { value: 'all' as const, label: t('parameter.all', { count: parameters.length }) },
      { value: 'open' as const, label: t('parameter.onlyToConfirm', { count: parameters.filter(isToConfirm).length }) },
    ],
    [t, parameters],
  );
  return (
    <ToggleButtons
      label={t('parameter.shown')}
      options={options}
      value={isOpenOnly ? 'open' : 'all'}
      onChange={(show) => change({ show: show === 'open' ? show : undefined })}
    />
  );
}

/** All parameters are a long list. */
function ProcessChoice({ overview, processKey }: { overview: ParameterOverview; processKey: string | null }) {
  const t = useT();
  const { change } = useAddressFilter<FilterKey>();
  const isPhone = useIsPhone();
  const options = useMemo(() => overview.processes.map(({ key, name }) => ({ value: key, label: name })), [overview]);
  return (
    <Select
      value={processKey ?? undefined}
      onChange={(process?: string) => change({ process })}
      options={options}
      showSearch
      optionFilterProp="label"
      allowClear
      aria-label={t('parameter.process')}
      placeholder={t('parameter.allProcesses')}
      style={isPhone ? { width: '100%' } : { width: 240 }}
    />
  );
}

interface GroupsProps {
  overview: ParameterOverview;
  isOpenOnly: boolean;
  processKey: string | null;
}

function Groups({ overview, isOpenOnly, processKey }: GroupsProps) {
  const t = useT();
  const { parameters, processes } = overview;
  const shown = useMemo(
    () =>
      parameters.filter(
        (one) => (!isOpenOnly || isToConfirm(one)) && (processKey === null || one.processKeys.includes(processKey)),
      ),
    [parameters, isOpenOnly, processKey],
  );
  const groups = useMemo(() => groupsOf(shown, processes, t), [shown, processes, t]);
  if (parameters.length === 0) return <EmptyState title={t('parameter.noneAtAll')} hint={t('parameter.noneAtAllHint')} />;
  if (shown.length === 0 && !isOpenOnly)
    return <EmptyState title={t('parameter.empty')} hint={t('parameter.noneOfProcessHint')} />;
  if (shown.length === 0) return <EmptyState title={t('parameter.allConfirmed')} hint={t('parameter.allConfirmedHint')} />;
  return (
    <>
      {groups.map(({ key, title, rows }) => (
        <Panel key={key} title={title}>
          <ParameterRows label={title} rows={rows} placeId={overview.place?.id ?? null} />
        </Panel>
      ))}
    </>
  );
}

/** 参数: every threshold with its source, grouped by procedure, as it holds at a place. */
export function ParametersPage() {
  const t = useT();
  const api = useApi();
  const { search, change } = useAddressFilter<FilterKey>();
  const placeId = search.get('place');
  const isOpenOnly = search.get('show') === 'open';
  const processKey = search.get('process');
  const query = useQuery(useCallback(() => api.parameters.overview(placeId), [api, placeId]));
  return (
    <PageFrame title={t('parameter.title')} subtitle={<Muted>{t('parameter.lead')}</Muted>}>
      <Loaded query={query}>
        {(overview) => (
          <Flex vertical gap="middle">
            <Flex role="search" aria-label={t('parameter.filters')} gap="middle" wrap align="center">
              <PlaceChoice place={overview.place} onChange={(place) => change({ place })} />
              <ProcessChoice overview={overview} processKey={processKey} />
              <ShownChoice overview={overview} isOpenOnly={isOpenOnly} />
            </Flex>
            {overview.proposals.length > 0 ? (
              <Panel title={t('parameter.proposals', { count: overview.proposals.length })}>
                <ProposalTable proposals={overview.proposals} withName onChanged={query.reload} />
              </Panel>
            ) : null}
            <Groups overview={overview} isOpenOnly={isOpenOnly} processKey={processKey} />
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
