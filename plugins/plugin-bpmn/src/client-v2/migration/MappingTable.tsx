import { Checkbox, Flex, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { MigrationFlow, MigrationPlanView, MigrationRow } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { DataTable, EmptyState, Muted, ToneTag, type DataColumn } from '../shared';
import type { PlanChoices } from './useMigrationPlan';

const NOWHERE = '';

interface TargetProps {
  name: string;
  value: string | null;
  targets: MigrationRow['targets'];
  onChange: (targetId: string | null) => void;
}

/** Where it goes on: by the names that people know. */
function Target({ name, value, targets, onChange }: TargetProps) {
  const t = useT();
  const options = useMemo(
    () => [
      { value: NOWHERE, label: t('migration.nowhere') },
      ...targets.map((target) => ({ value: target.elementId, label: target.name })),
      // chosen before something else was: it no longer fits, and says so
      ...(value !== null && !targets.some(({ elementId }) => elementId === value) ? [{ value, label: value }] : []),
    ],
    [t, targets, value],
  );
  return (
    <Select
      aria-label={t('migration.targetOf', { name })}
      value={value ?? NOWHERE}
      onChange={(chosen) => onChange(chosen === NOWHERE ? null : chosen)}
      options={options}
      showSearch
      optionFilterProp="label"
      style={{ width: '100%', minWidth: 160, maxWidth: 320 }}
    />
  );
}

const columnsFor = (t: Translate, choose: PlanChoices['chooseElement']): DataColumn<MigrationRow>[] => [
  { key: 'name', title: t('migration.stands'), maxWidth: 320, render: ({ name }) => <strong>{name}</strong> },
  { key: 'kind', title: t('migration.kind'), render: ({ kind }) => t(`migration.kind.${kind}`) },
  { key: 'cases', title: t('migration.cases'), align: 'center', render: ({ cases }) => cases },
  {
    key: 'target',
    title: t('migration.target'),
    render: ({ elementId, name, targetId, targets }) => (
      <Target name={name} value={targetId} targets={targets} onChange={(chosen) => choose(elementId, chosen)} />
    ),
  },
  {
    key: 'problem',
    title: t('migration.state'),
    maxWidth: 320,
    render: ({ problem, cases, targetId, elementId }) => {
      if (problem !== null) return <ToneTagged isSerious={cases > 0}>{problem}</ToneTagged>;
      return <Muted>{t(targetId === elementId ? 'migration.same' : 'migration.other')}</Muted>;
    },
  },
];

function ToneTagged({ isSerious, children }: { isSerious: boolean; children: string }) {
  const t = useT();
  return (
    <>
      <ToneTag tone={isSerious ? 'danger' : 'neutral'}>{t(isSerious ? 'migration.stays' : 'migration.unused')}</ToneTag>{' '}
      <Muted small>{children}</Muted>
    </>
  );
}

const flowColumnsFor = (
  t: Translate,
  flows: PlanChoices['flows'],
  choose: PlanChoices['chooseFlow'],
): DataColumn<MigrationFlow>[] => [
  { key: 'name', title: t('migration.flow'), maxWidth: 320, render: ({ name }) => <strong>{name}</strong> },
  {
    key: 'target',
    title: t('migration.flowTarget'),
    render: ({ flowId, name, targetId, targets }) => (
      <Target
        name={name}
        value={flows[flowId] ?? targetId}
        targets={targets}
        onChange={(chosen) => chosen !== null && choose(flowId, chosen)}
      />
    ),
  },
];

/** Where each element goes on; those first at which cases stand. */
export function MappingTable({ plan, choices }: { plan: MigrationPlanView; choices: PlanChoices }) {
  const t = useT();
  const [isAll, setIsAll] = useState(false);
  const { chooseElement, chooseFlow, flows } = choices;
  const columns = useMemo(() => columnsFor(t, chooseElement), [t, chooseElement]);
  const flowColumns = useMemo(() => flowColumnsFor(t, flows, chooseFlow), [t, flows, chooseFlow]);
  const rows = isAll ? plan.rows : plan.rows.filter(({ cases }) => cases > 0);
  const hasWaiting = plan.rows.some(({ kind, cases }) => kind === 'join' && cases > 0);
  const shownFlows = isAll || hasWaiting ? plan.flows : [];
  return (
    <Flex vertical gap="small">
      <Checkbox checked={isAll} onChange={(event) => setIsAll(event.target.checked)}>
        {t('migration.showAll', { count: plan.rows.length })}
      </Checkbox>
      {rows.length === 0 ? (
        <EmptyState title={t('migration.noRows')} hint={t('migration.noRowsHint')} />
      ) : (
        <DataTable label={t('migration.mapping')} columns={columns} rows={rows} rowKey={({ elementId }) => elementId} />
      )}
      {shownFlows.length > 0 ? (
        <DataTable label={t('migration.flows')} columns={flowColumns} rows={shownFlows} rowKey={({ flowId }) => flowId} />
      ) : null}
    </Flex>
  );
}
