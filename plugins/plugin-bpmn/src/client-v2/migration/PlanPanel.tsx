import { Alert, Flex, Radio, Select } from 'antd';
import { useId, useMemo } from 'react';
import type { MigrationPlanView } from '../../common/api';
import { useT } from '../i18n';
import { Panel, TextLink } from '../shared';
import { paths } from '../routes';
import { MappingTable } from './MappingTable';
import type { PlanChoices } from './useMigrationPlan';

const ALL = '';

/** Which cases: all of the version, or those that stand at one element. */
function Cases({ plan, choices: { at, chooseAt } }: { plan: MigrationPlanView; choices: PlanChoices }) {
  const t = useT();
  const id = useId();
  const options = useMemo(
    () => [
      { value: ALL, label: t('migration.allCases', { count: plan.cases }) },
      ...plan.rows
        .filter(({ cases }) => cases > 0)
        .map(({ elementId, name, cases }) => ({ value: elementId, label: t('migration.casesAt', { name, count: cases }) })),
    ],
    [t, plan],
  );
  return (
    <label htmlFor={id} style={{ display: 'grid', gap: 4, maxWidth: 420 }}>
      {t('migration.which')}
      <Select
        id={id}
        value={at ?? ALL}
        onChange={(chosen) => chooseAt(chosen === ALL ? undefined : chosen)}
        options={options}
        showSearch
        optionFilterProp="label"
      />
    </label>
  );
}

function Deadlines({ choices: { deadlines, chooseDeadlines } }: { choices: PlanChoices }) {
  const t = useT();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id}>{t('migration.deadlines')}</div>
      <Radio.Group
        value={deadlines}
        onChange={(event) => chooseDeadlines(event.target.value === 'recomputed' ? 'recomputed' : 'kept')}
        style={{ display: 'grid' }}
      >
        <Radio value="kept">{t('migration.deadlines.kept')}</Radio>
        <Radio value="recomputed">{t('migration.deadlines.recomputed')}</Radio>
      </Radio.Group>
    </div>
  );
}

/** What is migrated, from where to where, and how. */
export function PlanPanel({ processKey, plan, choices }: { processKey: string; plan: MigrationPlanView; choices: PlanChoices }) {
  const t = useT();
  const { from, to } = plan;
  const [older, newer] = [Math.min(from.number, to.number), Math.max(from.number, to.number)];
  return (
    <Panel
      title={t('migration.plan')}
      extra={<TextLink to={paths.compare(processKey, older, newer)}>{t('migration.differences')}</TextLink>}
    >
      <Flex vertical gap="middle">
        {plan.problem === null ? null : <Alert type="error" showIcon message={plan.problem} />}
        <Cases plan={plan} choices={choices} />
        <MappingTable plan={plan} choices={choices} />
        <Deadlines choices={choices} />
      </Flex>
    </Panel>
  );
}
