import { Timeline, theme } from 'antd';
import { useMemo } from 'react';
import type { Channel, HistoryView } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { DateTime } from './DateTime';
import { Muted } from './Muted';
import { EmptyState } from './states';

const CHANNEL_TEXT: Record<Channel, TextKey> = { web: 'channel.web', phone: 'channel.phone', paper: 'channel.paper' };

function Entry({ entry }: { entry: HistoryView }) {
  const t = useT();
  const { token } = theme.useToken();
  const wasEnteredLater = entry.recordedAt - entry.occurredAt > 60_000;
  return (
    <div>
      <div style={{ overflowWrap: 'anywhere' }}>{entry.text}</div>
      {entry.opinion ? (
        <blockquote
          style={{
            margin: 0,
            paddingInlineStart: token.paddingXS,
            borderInlineStart: `${token.lineWidthBold}px solid ${token.colorBorder}`,
            whiteSpace: 'pre-wrap',
          }}
        >
          {entry.opinion}
        </blockquote>
      ) : null}
      <Muted small>
        <DateTime at={entry.occurredAt} />
        {entry.channel && entry.channel !== 'web' ? ` · ${t(CHANNEL_TEXT[entry.channel])}` : null}
        {wasEnteredLater ? (
          <>
            {' · '}
            {t('history.enteredAt')} <DateTime at={entry.recordedAt} />
          </>
        ) : null}
      </Muted>
    </div>
  );
}

/** What happened, newest first; names and sentences as they were recorded. */
export function HistoryTimeline({ history }: { history: HistoryView[] }) {
  const t = useT();
  const items = useMemo(
    () =>
      [...history]
        .sort((a, b) => b.sequence - a.sequence)
        .map((entry) => ({ key: entry.sequence, children: <Entry entry={entry} /> })),
    [history],
  );
  if (items.length === 0) return <EmptyState title={t('history.empty')} hint={t('history.emptyHint')} />;
  return <Timeline items={items} />;
}
