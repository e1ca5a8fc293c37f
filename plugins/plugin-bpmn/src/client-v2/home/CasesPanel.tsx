import { Flex } from 'antd';
import type { Home, InboxRow } from '../../common/api';
import { useT } from '../i18n';
import { RowLink } from '../inbox';
import { paths } from '../routes';
import { DeadlineTag, EmptyNote, Muted, Panel, PlainList, StatusTag, TextLink } from '../shared';

function Case({ row }: { row: InboxRow }) {
  const t = useT();
  const { stageName, processName, place, holders, status, deadline } = row;
  return (
    <Flex vertical gap={4}>
      <RowLink row={row} />
      <Muted small>{[stageName, processName, place?.name].filter(Boolean).join(' · ')}</Muted>
      {deadline || status !== 'running' ? (
        <Flex gap={8} wrap align="center">
          {status === 'running' ? null : <StatusTag status={status} />}
          {deadline ? <DeadlineTag deadline={deadline} /> : null}
        </Flex>
      ) : null}
      {holders.length > 0 ? <Muted small>{t('board.heldBy', { who: holders.join(t('common.listSeparator')) })}</Muted> : null}
    </Flex>
  );
}

/** 我参与的办件: where open cases stand that the reader started or did something in. */
export function CasesPanel({ cases: { rows, total } }: { cases: Home['cases'] }) {
  const t = useT();
  return (
    <Panel title={t('home.cases')} extra={<TextLink to={paths.inbox('started')}>{t('home.allStarted')}</TextLink>}>
      {rows.length === 0 ? (
        <EmptyNote title={t('home.casesEmpty')} hint={t('home.casesEmptyHint')} />
      ) : (
        <>
          <PlainList label={t('home.cases')} items={rows} keyOf={({ instanceId }) => instanceId}>
            {(row) => <Case row={row} />}
          </PlainList>
          {total > rows.length ? <Muted small>{t('home.casesMore', { count: total - rows.length })}</Muted> : null}
        </>
      )}
    </Panel>
  );
}
