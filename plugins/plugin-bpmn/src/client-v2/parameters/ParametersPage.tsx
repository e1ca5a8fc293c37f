import { Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import type { ParameterOverview } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { EmptyState, Loaded, Muted, PageFrame, Panel, ToggleButtons, useAddressFilter } from '../shared';
import { groupsOf } from './groups';
import { ParameterRows } from './ParameterRows';
import { isToConfirm } from './ParameterState';
import { PlaceChoice } from './PlaceChoice';
import { ProposalTable } from './ProposalTable';

type FilterKey = 'place' | 'show';

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

function Groups({ overview, isOpenOnly }: { overview: ParameterOverview; isOpenOnly: boolean }) {
  const t = useT();
  const { parameters, processes } = overview;
  const shown = isOpenOnly ? parameters.filter(isToConfirm) : parameters;
  const groups = useMemo(() => groupsOf(shown, processes, t), [shown, processes, t]);
  if (parameters.length === 0) return <EmptyState title={t('parameter.noneAtAll')} hint={t('parameter.noneAtAllHint')} />;
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
  const query = useQuery(useCallback(() => api.parameters.overview(placeId), [api, placeId]));
  return (
    <PageFrame title={t('parameter.title')} subtitle={<Muted>{t('parameter.lead')}</Muted>}>
      <Loaded query={query}>
        {(overview) => (
          <Flex vertical gap="middle">
            <Flex role="search" aria-label={t('parameter.filters')} gap="middle" wrap align="center">
              <PlaceChoice place={overview.place} onChange={(place) => change({ place })} />
              <ShownChoice overview={overview} isOpenOnly={isOpenOnly} />
            </Flex>
            {overview.proposals.length > 0 ? (
              <Panel title={t('parameter.proposals', { count: overview.proposals.length })}>
                <ProposalTable proposals={overview.proposals} withName onChanged={query.reload} />
              </Panel>
            ) : null}
            <Groups overview={overview} isOpenOnly={isOpenOnly} />
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
