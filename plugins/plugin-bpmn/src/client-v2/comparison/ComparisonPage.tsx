import { Flex } from 'antd';
import { useCallback, useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { EmptyState, LinkButton, Loaded, PageFrame, Panel } from '../shared';
import { ComparedDiagrams } from './ComparedDiagrams';
import { DifferenceList } from './DifferenceList';

/** Two versions of a process: what differs in words, and where. */
export function ComparisonPage() {
  const t = useT();
  const api = useApi();
  const { key = '' } = useParams();
  const [address] = useSearchParams();
  const [from, to] = [Number(address.get('from')), Number(address.get('to'))];
  const query = useQuery(useCallback(() => api.processes.compare(key, from, to), [api, key, from, to]));
  const [selected, setSelected] = useState<string | null>(null);
  const isFrozen = query.status === 'ready' && !query.data.from.isDraft && !query.data.to.isDraft;
  const name = query.status === 'ready' ? query.data.processName : key;
  return (
    <PageFrame
      title={t('comparison.title', { name, from, to })}
      back={{ to: `${paths.process(key)}?tab=versions`, label: name }}
      extra={isFrozen ? <LinkButton to={paths.migrate(key, from, to)}>{t('migration.link')}</LinkButton> : null}
    >
      <Loaded query={query}>
        {(comparison) => (
          <Flex vertical gap="middle">
            <Panel title={t('comparison.differences', { count: comparison.differences.length })}>
              {comparison.differences.length === 0 ? (
                <EmptyState title={t('comparison.none')} hint={t('comparison.noneHint')} />
              ) : (
                <DifferenceList differences={comparison.differences} selected={selected} onSelect={setSelected} />
              )}
            </Panel>
            <ComparedDiagrams comparison={comparison} selected={selected} onPick={setSelected} />
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
