import { Flex } from 'antd';
import { useMemo } from 'react';
import type { StandInRow, StandInState } from '../../common/api';
import { useT, type TextKey, type Translate } from '../i18n';
import { DataTable, DateTime, Muted, ToneTag, type DataColumn, type Tone } from '../shared';
import { RevokeStandIn } from './RevokeStandIn';

/** Whose names are worth a column: the reader knows their own. */
export type PeopleShown = 'absent' | 'standIn' | 'both';

export interface StandInTableProps {
  rows: StandInRow[];
  people: PeopleShown;
  label: string;
  onChanged: () => void;
}

const LOOK: Record<StandInState, { tone: Tone; text: TextKey }> = {
  current: { tone: 'success', text: 'standIn.current' },
  coming: { tone: 'info', text: 'standIn.coming' },
  over: { tone: 'neutral', text: 'standIn.over' },
  endedEarly: { tone: 'neutral', text: 'standIn.endedEarly' },
  cancelled: { tone: 'neutral', text: 'standIn.cancelled' },
};

// Reasons are sentences: they wrap, so that the acts stay in sight.
const REASON_STYLE = { maxWidth: 280, whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

/** By whom it was given when that was somebody else, and by whom and why it ended. */
function Trail({ row: { absent, createdBy, reason, revoked } }: { row: StandInRow }) {
  const t = useT();
  return (
    <div style={REASON_STYLE}>
      {reason}
      {createdBy.id === absent.id ? null : (
        <>
          <br />
          <Muted small>{t('standIn.givenBy', { name: createdBy.name })}</Muted>
        </>
      )}
      {revoked ? (
        <>
          <br />
          <Muted small>
            <DateTime at={revoked.at} /> {t('standIn.endedBy', { name: revoked.by.name, reason: revoked.reason })}
          </Muted>
        </>
      ) : null}
    </div>
  );
}

const peopleColumns = (t: Translate, people: PeopleShown): DataColumn<StandInRow>[] => {
  const absent = { key: 'absent', title: t('standIn.absent'), render: (row: StandInRow) => row.absent.name };
  const standIn = { key: 'standIn', title: t('standIn.standIn'), render: (row: StandInRow) => row.standIn.name };
  if (people === 'both') return [absent, standIn];
  return people === 'absent' ? [absent] : [standIn];
};

const columnsFor = (t: Translate, people: PeopleShown, onChanged: () => void): DataColumn<StandInRow>[] => [
  ...peopleColumns(t, people),
  { key: 'range', title: t('standIn.range'), render: (row) => t('standIn.dates', { from: row.fromOn, until: row.untilOn }) },
  {
    key: 'processes',
    title: t('standIn.processes'),
    render: (row) => row.processes?.map(({ name }) => name).join(t('common.listSeparator')) ?? t('standIn.everyProcess'),
  },
  {
    key: 'state',
    title: t('standIn.state'),
    render: (row) => (
      <Flex gap={8} wrap align="center">
        <ToneTag tone={LOOK[row.state].tone}>{t(LOOK[row.state].text)}</ToneTag>
        {row.openTasks === null ? null : <Muted small>{t('standIn.openTasks', { count: row.openTasks })}</Muted>}
      </Flex>
    ),
  },
  { key: 'reason', title: t('act.reason'), render: (row) => <Trail row={row} /> },
  {
    key: 'actions',
    title: t('common.actions'),
    render: (row) => (row.mayRevoke ? <RevokeStandIn row={row} onChanged={onChanged} /> : null),
  },
];

/** Stand-ins as a table, and as cards on a phone. */
export function StandInTable({ rows, people, label, onChanged }: StandInTableProps) {
  const t = useT();
  const hasActs = rows.some(({ mayRevoke }) => mayRevoke);
  const columns = useMemo(
    () => columnsFor(t, people, onChanged).filter(({ key }) => hasActs || key !== 'actions'),
    [t, people, onChanged, hasActs],
  );
  return <DataTable label={t('common.listOf', { name: label })} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
