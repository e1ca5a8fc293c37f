import { Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import type { ParameterOverview } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { EmptyState, Loaded, Muted, PageFrame, Panel, useAddressFilter } from '../shared';
import { groupsOf, readBy } from './groups';
import { ProcessChoice, ShownChoice, type FilterKey } from './ParameterFilters';
import { ParameterRows } from './ParameterRows';
import { isToConfirm } from './ParameterState';
import { PlaceChoice } from './PlaceChoice';
import { ProposalTable } from './ProposalTable';

interface GroupsProps {
  overview: ParameterOverview;
  isOpenOnly: boolean;
  processKey: string | null;
}

function Groups({ overview, isOpenOnly, processKey }: GroupsProps) {
  const t = useT();
  const { parameters, processes } = overview;
  const shown = useMemo(
    () => readBy(parameters, processKey).filter((one) => !isOpenOnly || isToConfirm(one)),
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
              <ShownChoice parameters={readBy(overview.parameters, processKey)} isOpenOnly={isOpenOnly} />
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
