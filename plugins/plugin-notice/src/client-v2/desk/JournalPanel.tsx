import { DateTime, Muted, Panel } from '@wuxin/plugin-bpmn/client-v2';
import { Timeline } from 'antd';
import { useT } from '../i18n';
import { useDesk } from './desk-context';

/** What was done and by whom, newest first; each line is chained to the one before. */
export function JournalPanel() {
  const t = useT();
  const rows = useDesk().notice.journal.toSorted((a, b) => b.sequence - a.sequence);
  return (
    <Panel title={t('noticeDesk.journal')}>
      <Timeline
        items={rows.map(({ sequence, text, by, at, hash }) => ({
          key: sequence,
          children: (
            <>
              <div style={{ overflowWrap: 'anywhere' }}>{text}</div>
              <Muted small>
                {by ? `${by.name} · ` : null}
                <DateTime at={at} /> · <code title={hash}>{hash.slice(0, 12)}</code>
              </Muted>
            </>
          ),
        }))}
      />
    </Panel>
  );
}
