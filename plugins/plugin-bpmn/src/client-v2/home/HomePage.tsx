import { Flex } from 'antd';
import { useCallback } from 'react';
import type { Home } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { EmptyState, LinkButton, Loaded, PageFrame } from '../shared';
import { CasesPanel } from './CasesPanel';
import { DecisionsPanel } from './DecisionsPanel';
import { DutiesPanel } from './DutiesPanel';
import { SupervisionPanel } from './SupervisionPanel';
import { TodoPanel } from './TodoPanel';

const hasNothing = ({ todo, cases, supervision, duties, decided }: Home): boolean =>
  todo.rows.length + cases.rows.length + duties.length + decided.length === 0 && supervision === null;

/** Side by side where both have room; what is to be done comes first in both ways of reading. */
const COLUMN = { minWidth: 'min(100%, 340px)' };

function Parts({ home }: { home: Home }) {
  const t = useT();
  if (hasNothing(home)) return <EmptyState title={t('home.nothing')} hint={t('home.nothingHint')} />;
  return (
    <Flex gap="middle" wrap align="flex-start">
      <Flex vertical gap="middle" style={{ ...COLUMN, flex: '3 1 480px' }}>
        <TodoPanel todo={home.todo} />
        {home.supervision ? <SupervisionPanel procedures={home.supervision} /> : null}
        <CasesPanel cases={home.cases} />
      </Flex>
      <Flex vertical gap="middle" style={{ ...COLUMN, flex: '2 1 340px' }}>
        {home.duties.length > 0 ? <DutiesPanel duties={home.duties} incidents={home.incidents} /> : null}
        <DecisionsPanel decisions={home.decided} />
      </Flex>
    </Flex>
  );
}

/** 首页: what to do now, what is late, what was decided; which parts there are follows from what the reader may do. */
export function HomePage() {
  const t = useT();
  const api = useApi();
  const answer = useQuery(useCallback(() => api.home.overview(), [api]));
  const mayStart = answer.status === 'ready' && answer.data.mayStart;
  return (
    <PageFrame
      title={t('home.title')}
      extra={
        mayStart ? (
          <LinkButton type="primary" to={paths.start()}>
            {t('start.title')}
          </LinkButton>
        ) : null
      }
    >
      <Loaded query={answer}>{(home) => <Parts home={home} />}</Loaded>
    </PageFrame>
  );
}
