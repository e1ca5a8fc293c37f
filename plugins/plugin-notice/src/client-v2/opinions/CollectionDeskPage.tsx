import { Loaded, Muted, PageFrame, Panel, TextLink, ToneTag, useIsPhone, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { App, Card, Flex, theme } from 'antd';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { CollectionView } from '../../common/api';
import { JournalPanel } from '../objections';
import { useApi } from './api';
import { CollectionActs } from './CollectionActs';
import { Counts } from './Counts';
import { OpinionsPart } from './OpinionsPart';
import { paths } from './paths';
import { COLLECTION_TEXT, COLLECTION_TONE, NEXT_TEXT, useT } from './texts';

interface DeskProps {
  view: CollectionView;
  onDone: () => void;
}

function NextStep({ view, onDone }: DeskProps) {
  const t = useT();
  const { token } = theme.useToken();
  const { status, counts, opensOn, closesOn } = view;
  const isUnannounced = status === 'draft' && opensOn === null;
  const isUndecided = status === 'sorting' && counts.received > 0;
  return (
    <Card size="small">
      <Flex vertical gap="middle">
        <div style={{ fontSize: token.fontSizeHeading4, lineHeight: token.lineHeightHeading4, overflowWrap: 'anywhere' }}>
          {t(isUndecided ? 'opinion.page.next.undecided' : isUnannounced ? 'opinion.page.next.unannounced' : NEXT_TEXT[status], {
            count: counts.received,
            closesOn: closesOn ?? '',
          })}
        </div>
        <Counts counts={counts} />
        <CollectionActs view={view} onDone={onDone} />
      </Flex>
    </Card>
  );
}

function Desk({ view, onDone }: DeskProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const { token } = theme.useToken();
  const { status, opensOn, closesOn, number, noticeId, place, feedback, feedbackNoticeId } = view;
  const columns = isPhone ? 'minmax(0, 1fr)' : 'minmax(0, 2fr) minmax(0, 1fr)';
  return (
    <PageFrame
      title={view.title}
      subtitle={
        <Flex gap="small" wrap align="center">
          <ToneTag tone={COLLECTION_TONE[status]}>{t(COLLECTION_TEXT[status])}</ToneTag>
          <Muted>
            {[
              number,
              place?.name,
              opensOn !== null && closesOn !== null ? t('opinion.page.fromUntil', { opensOn, closesOn }) : null,
            ]
              .flatMap((one) => one ?? [])
              .join(' · ')}
          </Muted>
          <TextLink to={paths.notice(noticeId)}>{t('opinion.page.toNotice')}</TextLink>
        </Flex>
      }
      back={{ to: paths.list(), label: t('opinion.page.title') }}
      width="reading"
    >
      <Flex vertical gap="middle">
        <NextStep view={view} onDone={onDone} />
        {feedback === null ? null : (
          <Panel title={t(status === 'cancelled' ? 'opinion.page.cancelReason' : 'opinion.page.feedback')}>
            <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{feedback}</div>
            {feedbackNoticeId === null ? null : (
              <p style={{ marginBottom: 0 }}>
                <TextLink to={paths.notice(feedbackNoticeId)}>{t('opinion.page.toFeedback')}</TextLink>
              </p>
            )}
          </Panel>
        )}
        <div style={{ display: 'grid', gridTemplateColumns: columns, gap: token.margin, alignItems: 'start' }}>
          <OpinionsPart view={view} onDone={onDone} />
          <JournalPanel title={t('objection.page.journal')} lines={view.journal} system={t('objection.page.system')} />
        </div>
      </Flex>
    </PageFrame>
  );
}

/** One collection: how many opinions there are, what becomes of each, and what is published of it. */
export function CollectionDeskPage() {
  const t = useT();
  const api = useApi();
  const { id = '' } = useParams();
  const query = useQuery(useCallback(() => api.view(id), [api, id]));
  return (
    <App>
      {query.status === 'ready' ? (
        <Desk key={id} view={query.data} onDone={query.reload} />
      ) : (
        <PageFrame title={t('opinion.page.one')} back={{ to: paths.list(), label: t('opinion.page.title') }}>
          <Loaded query={query}>{() => null}</Loaded>
        </PageFrame>
      )}
    </App>
  );
}
