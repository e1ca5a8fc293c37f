import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import type { VersionRow, VersionStatus } from '../../common/api';
import { useT, type TextKey, type Translate } from '../i18n';
import { useOwnRights, useRightTo } from '../rights';
import { paths } from '../routes';
import { DataTable, DateTime, Muted, TextLink, ToneTag, type DataColumn, type Tone } from '../shared';
import { RollBackDialog } from './RollBackDialog';
import { VersionCases } from './VersionCases';

const LOOK: Record<VersionStatus, { tone: Tone; text: TextKey }> = {
  draft: { tone: 'info', text: 'version.draft' },
  published: { tone: 'success', text: 'version.published' },
  retired: { tone: 'neutral', text: 'version.retired' },
};

interface Acts {
  readonly mayMigrate: boolean;
  readonly publish: ReturnType<typeof useRightTo>;
  readonly onCases: (number: number) => void;
  readonly onRollBack: (number: number) => void;
}

const columnsFor = (
  t: Translate,
  processKey: string,
  other: (number: number) => number | undefined,
  { mayMigrate, publish, onCases, onRollBack }: Acts,
): DataColumn<VersionRow>[] => [
  { title: t('version.number'), key: 'number', render: ({ number }) => t('version.numbered', { number }) },
  {
    title: t('process.state'),
    key: 'status',
    render: ({ status }) => <ToneTag tone={LOOK[status].tone}>{t(LOOK[status].text)}</ToneTag>,
  },
  {
    title: t('process.publishedAt'),
    key: 'publishedAt',
    render: ({ publishedAt }) => (publishedAt === null ? <Muted>{t('common.none')}</Muted> : <DateTime at={publishedAt} />),
  },
  {
    key: 'running',
    title: t('process.running'),
    align: 'center',
    render: ({ running, number }) =>
      running === 0 ? (
        0
      ) : (
        <Button
          type="link"
          size="small"
          aria-label={t('version.showCases', { number, count: running })}
          onClick={() => onCases(number)}
        >
          {running}
        </Button>
      ),
  },
  { key: 'ended', title: t('process.ended'), align: 'center', render: (row) => row.ended },
  {
    title: t('comparison.column'),
    key: 'compare',
    render: ({ number }) =>
      number > 1 ? (
        <TextLink to={paths.compare(processKey, number - 1, number)} label={t('comparison.withBeforeOf', { number })}>
          {t('comparison.withBefore')}
        </TextLink>
      ) : (
        <Muted>{t('common.none')}</Muted>
      ),
  },
  {
    title: t('migration.column'),
    key: 'migrate',
    render: ({ number, status, running }) =>
      mayMigrate && status !== 'draft' && running > 0 && other(number) !== undefined ? (
        <TextLink to={paths.migrate(processKey, number, other(number) ?? number)} label={t('migration.linkOf', { number })}>
          {t('migration.link')}
        </TextLink>
      ) : (
        <Muted>{t('common.none')}</Muted>
      ),
  },
  { title: t('version.note'), key: 'note', render: ({ note }) => note ?? <Muted>{t('common.none')}</Muted> },
  {
    title: t('version.rollBackColumn'),
    key: 'rollBack',
    render: ({ status, number }) =>
      status === 'retired' ? (
        <Button
          size="small"
          disabled={!publish.may}
          title={publish.why}
          aria-label={t('version.rollBackTo', { number })}
          onClick={() => onRollBack(number)}
        >
          {t('version.rollBack')}
        </Button>
      ) : (
        <Muted>{t('common.none')}</Muted>
      ),
  },
];

/** Where the cases of a version would mostly go: to the version in force, else to the newest other one. */
function targetFor(versions: readonly VersionRow[], number: number): number | undefined {
  const others = versions.filter((version) => version.number !== number && version.status !== 'draft');
  return (others.find(({ status }) => status === 'published') ?? others[0])?.number;
}

interface VersionTableProps {
  readonly processKey: string;
  readonly versions: VersionRow[];
  readonly onChanged: () => void;
}

/** Every version with the cases that still run on it; an earlier one can be put in force again. */
export function VersionTable({ processKey, versions, onChanged }: VersionTableProps) {
  const t = useT();
  const { message } = App.useApp();
  const [shown, setShown] = useState<number | null>(null);
  const [earlier, setEarlier] = useState<number | null>(null);
  const { migrate: mayMigrate } = useOwnRights();
  const { may, why } = useRightTo('publish');
  const columns = useMemo(
    () =>
      columnsFor(t, processKey, (number) => targetFor(versions, number), {
        mayMigrate,
        publish: { may, why },
        onCases: setShown,
        onRollBack: setEarlier,
      }),
    [t, processKey, versions, mayMigrate, may, why],
  );
  return (
    <>
      <DataTable
        label={t('common.listOf', { name: t('version.number') })}
        columns={columns}
        rows={versions}
        rowKey={(row) => row.id}
      />
      {shown === null ? null : <VersionCases processKey={processKey} number={shown} onClose={() => setShown(null)} />}
      {earlier === null ? null : (
        <RollBackDialog
          processKey={processKey}
          number={earlier}
          running={versions.reduce((sum, { running }) => sum + running, 0)}
          hasDraft={versions.some(({ status }) => status === 'draft')}
          onDone={(number) => {
            setEarlier(null);
            message.success(t('version.rolledBack', { number }));
            onChanged();
          }}
          onCancel={() => setEarlier(null)}
        />
      )}
    </>
  );
}
