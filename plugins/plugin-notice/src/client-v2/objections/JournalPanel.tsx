import { DateTime, Muted, Panel } from '@wuxin/plugin-bpmn/client-v2';
import { Timeline } from 'antd';
import type { JournalLine } from '../../common/api';

/** What was done and by whom, newest first. */
export function JournalPanel({ title, lines, system }: { title: string; lines: readonly JournalLine[]; system: string }) {
  const newest = [...lines].sort((a, b) => b.sequence - a.sequence);
  return (
    <Panel title={title}>
      <Timeline
        items={newest.map(({ sequence, text, by, at }) => ({
          key: sequence,
          children: (
            <>
              <div style={{ overflowWrap: 'anywhere' }}>{text}</div>
              <Muted small>
                {by?.name ?? system} · <DateTime at={at} />
              </Muted>
            </>
          ),
        }))}
      />
    </Panel>
  );
}
