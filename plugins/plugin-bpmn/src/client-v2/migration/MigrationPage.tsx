import { Flex, Select } from 'antd';
import { useId, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { MigrationPlanView } from '../../common/api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { EmptyState, Loaded, PageFrame, useAddressFilter } from '../shared';
import { PlanPanel } from './PlanPanel';
import { PreviewPanel } from './PreviewPanel';
import { useMigrationPlan, useMigrationRequest, type PlanChoices } from './useMigrationPlan';

interface NumberProps {
  label: string;
  value: number;
  versions: MigrationPlanView['versions'];
  /** The other one. */
  barred: number;
  onChange: (number: number) => void;
}

function VersionNumber({ label, value, versions, barred, onChange }: NumberProps) {
  const t = useT();
  const id = useId();
  const options = useMemo(
    () =>
      versions.map(({ number, running, isPublished }) => ({
        value: number,
        label: t(isPublished ? 'migration.versionInForce' : 'migration.version', { number, count: running }),
        disabled: number === barred,
      })),
    [t, versions, barred],
  );
  return (
    <label htmlFor={id} style={{ display: 'grid', gap: 4, flex: '1 1 220px', maxWidth: 360 }}>
      {label}
      <Select id={id} value={value} onChange={onChange} options={options} />
    </label>
  );
}

function Workspace({ processKey, plan, choices }: { processKey: string; plan: MigrationPlanView; choices: PlanChoices }) {
  const t = useT();
  const { change } = useAddressFilter<'from' | 'to'>();
  const request = useMigrationRequest(plan, choices);
  const { versions, from, to, cases } = plan;
  return (
    <Flex vertical gap="middle">
      <Flex gap="middle" wrap>
        <VersionNumber
          label={t('migration.from')}
          value={from.number}
          versions={versions}
          barred={to.number}
          onChange={(number) => change({ from: String(number) })}
        />
        <VersionNumber
          label={t('migration.to')}
          value={to.number}
          versions={versions}
          barred={from.number}
          onChange={(number) => change({ to: String(number) })}
        />
      </Flex>
      {cases === 0 ? (
        <EmptyState title={t('migration.noCases', { number: from.number })} hint={t('migration.noCasesHint')} />
      ) : (
        <>
          <PlanPanel processKey={processKey} plan={plan} choices={choices} />
          <PreviewPanel processKey={processKey} plan={plan} request={request} />
        </>
      )}
    </Flex>
  );
}

function Planned({ processKey, from, to }: { processKey: string; from: number; to: number }) {
  const t = useT();
  const choices = useMigrationPlan(processKey, { from, to });
  const { query } = choices;
  const name = query.status === 'ready' ? query.data.processName : processKey;
  return (
    <PageFrame
      title={t('migration.title', { name })}
      subtitle={t('migration.subtitle')}
      back={{ to: `${paths.process(processKey)}?tab=versions`, label: name }}
    >
      <Loaded query={query}>{(plan) => <Workspace processKey={processKey} plan={plan} choices={choices} />}</Loaded>
    </PageFrame>
  );
}

/** Running cases go on in another version: where, which, with what deadlines; looked at before, done with a reason. */
export function MigrationPage() {
  const { key = '' } = useParams();
  const { search } = useAddressFilter<'from' | 'to'>();
  const [from, to] = [Number(search.get('from')), Number(search.get('to'))];
  // what was chosen is about these two versions
  return <Planned key={`${from} ${to}`} processKey={key} from={from} to={to} />;
}
