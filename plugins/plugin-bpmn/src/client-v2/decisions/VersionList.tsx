import { useMemo } from 'react';
import type { DecisionDetail, DecisionVersionView } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { DataTable, DateTime, Muted, Panel, TextLink, ToneTag, type DataColumn } from '../shared';

// Notes are sentences: they wrap.
const REASON_STYLE = { maxWidth: 360, whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

const columnsFor = (t: Translate, { key, number: shown, versions }: DecisionDetail): DataColumn<DecisionVersionView>[] => {
  const active = versions.find(({ isActive }) => isActive)?.number ?? 0;
  return [
    {
      key: 'number',
      title: t('version.number'),
      render: ({ number, isActive }) => {
        const name = t('version.numbered', { number });
        return number === shown ? (
          <strong>{name}</strong>
        ) : (
          <TextLink to={paths.decision(key, isActive ? undefined : number)}>{name}</TextLink>
        );
      },
    },
    {
      key: 'state',
      title: t('process.state'),
      render: ({ isActive, number }) => {
        if (isActive) return <ToneTag tone="success">{t('decision.active')}</ToneTag>;
        return number > active ? <ToneTag tone="info">{t('decision.offer')}</ToneTag> : <Muted>{t('decision.earlier')}</Muted>;
      },
    },
    { key: 'changed', title: t('decision.changed'), render: ({ changedAt }) => <DateTime at={changedAt} /> },
    { key: 'by', title: t('decision.changedBy'), render: ({ changedBy }) => changedBy?.name ?? t('decision.fromPack') },
    {
      key: 'reason',
      title: t('decision.saveNote'),
      render: ({ reason }) => (reason ? <div style={REASON_STYLE}>{reason}</div> : <Muted>{t('common.none')}</Muted>),
    },
  ];
};

/** Every version with who saved it and why; an earlier one can be looked at and taken up again. */
export function VersionList({ detail }: { detail: DecisionDetail }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t, detail), [t, detail]);
  return (
    <Panel title={t('decision.versions')}>
      <DataTable
        label={t('common.listOf', { name: t('decision.versions') })}
        columns={columns}
        rows={detail.versions}
        rowKey={({ number }) => String(number)}
      />
    </Panel>
  );
}
