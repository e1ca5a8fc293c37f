import { Loaded, Muted, PageFrame, useIsPhone, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, App, Card, Flex, theme } from 'antd';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { ObjectionView } from '../../common/api';
import { useApi } from './api';
import { JournalPanel } from './JournalPanel';
import { nextStepOf } from './next-step';
import { ObjectionActs } from './ObjectionActs';
import { ObjectionOutcome, ObjectionText } from './ObjectionFacts';
import { ObjectorPanel } from './ObjectorPanel';
import { paths } from './paths';
import { DueTag, StatusTag } from './Tags';
import { LEVEL_TEXT, useT } from './texts';

interface DeskProps {
  view: ObjectionView;
  onDone: () => void;
}

/** 下一步 in large type, with what the reader may do about it. */
function NextStep({ view, onDone }: DeskProps) {
  const t = useT();
  const { token } = theme.useToken();
  const { level, dueOn, people } = view;
  return (
    <Card size="small">
      <Flex vertical gap="middle">
        {view.isAgainstReader ? (
          <Alert
            type="warning"
            showIcon
            message={t('objection.page.isAgainstYou')}
            description={t('objection.page.isAgainstYouWhy')}
          />
        ) : null}
        <div style={{ fontSize: token.fontSizeHeading4, lineHeight: token.lineHeightHeading4, overflowWrap: 'anywhere' }}>
          {t(nextStepOf(view), { level: t(LEVEL_TEXT[level]), dueOn: dueOn ?? '', people })}
        </div>
        <ObjectionActs view={view} onDone={onDone} />
      </Flex>
    </Card>
  );
}

function Desk({ view, onDone }: DeskProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const { token } = theme.useToken();
  const columns = isPhone ? 'minmax(0, 1fr)' : 'minmax(0, 2fr) minmax(0, 1fr)';
  return (
    <PageFrame
      title={t('objection.page.numbered', { number: view.number })}
      subtitle={
        <Flex gap="small" wrap align="center">
          <StatusTag status={view.status} />
          <DueTag row={view} />
          <Muted>{t(LEVEL_TEXT[view.level])}</Muted>
        </Flex>
      }
      back={{ to: paths.list(), label: t('objection.page.title') }}
      width="reading"
    >
      <Flex vertical gap="middle">
        <NextStep view={view} onDone={onDone} />
        <div style={{ display: 'grid', gridTemplateColumns: columns, gap: token.margin, alignItems: 'start' }}>
          <Flex vertical gap="middle">
            <ObjectionText view={view} />
            <ObjectionOutcome view={view} />
          </Flex>
          <Flex vertical gap="middle">
            <ObjectorPanel view={view} onDone={onDone} />
            <JournalPanel title={t('objection.page.journal')} lines={view.journal} system={t('objection.page.system')} />
          </Flex>
        </div>
      </Flex>
    </PageFrame>
  );
}

/** One objection: what comes next, what it says, what became of it. */
export function ObjectionDeskPage() {
  const t = useT();
  const api = useApi();
  const { id = '' } = useParams();
  const query = useQuery(useCallback(() => api.view(id), [api, id]));
  return (
    <App>
      {query.status === 'ready' ? (
        <Desk key={id} view={query.data} onDone={query.reload} />
      ) : (
        <PageFrame title={t('objection.page.one')} back={{ to: paths.list(), label: t('objection.page.title') }}>
          <Loaded query={query}>{() => null}</Loaded>
        </PageFrame>
      )}
    </App>
  );
}
