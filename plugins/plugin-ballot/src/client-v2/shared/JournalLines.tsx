import { DateTime, Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Timeline } from 'antd';
import type { JournalRow } from '../../common/api';

function Entry({ row }: { row: JournalRow }) {
  return (
    <>
      <div style={{ overflowWrap: 'anywhere' }}>{row.text}</div>
      <Muted small>
        {row.by ? `${row.by.name} · ` : null}
        <DateTime at={row.at} /> · <code title={row.hash}>{row.hash.slice(0, 12)}</code>
      </Muted>
    </>
  );
}

/** What was done and by whom, newest first; each line is chained to the one before. */
export function JournalLines({ rows }: { rows: readonly JournalRow[] }) {
  return (
    <Timeline
      items={[...rows]
        .sort((a, b) => b.sequence - a.sequence)
        .map((row) => ({ key: row.sequence, children: <Entry row={row} /> }))}
    />
  );
}
