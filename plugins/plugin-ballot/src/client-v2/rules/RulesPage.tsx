import { PageFrame, Muted, Sections } from '@wuxin/plugin-bpmn/client-v2';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useT } from '../i18n';
import { RulesProvider } from '../result';
import { RuleList } from './RuleList';
import { TypeList } from './TypeList';

/** 表决规则: by which numbers meetings decide, where they come from, and which nobody answers for yet. */
export function RulesPage() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const items = useMemo(
    () => [
      { key: 'rules', label: t('rules.rules'), children: <RuleList /> },
      {
        key: 'types',
        label: t('rules.types'),
        children: (
          <RulesProvider>
            <TypeList />
          </RulesProvider>
        ),
      },
    ],
    [t],
  );
  return (
    <PageFrame title={t('rules.title')} subtitle={<Muted>{t('rules.lead')}</Muted>}>
      <Sections
        label={t('rules.part')}
        items={items}
        active={search.get('part') === 'types' ? 'types' : 'rules'}
        onChange={(part) => setSearch({ part }, { replace: true })}
      />
    </PageFrame>
  );
}
