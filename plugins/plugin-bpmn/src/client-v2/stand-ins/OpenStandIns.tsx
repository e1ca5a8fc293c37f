import { Button, Flex } from 'antd';
import type { StandInRow } from '../../common/api';
import { useT } from '../i18n';
import { EmptyState, Muted, Panel } from '../shared';
import { StandInTable } from './StandInTable';

export interface OpenStandInsProps {
  rows: StandInRow[];
  onChanged: () => void;
  onGive: () => void;
}

/** What holds now or is coming, both ways. */
export function OpenStandIns({ rows, onChanged, onGive }: OpenStandInsProps) {
  const t = useT();
  const given = rows.filter(({ relation }) => relation === 'given');
  const received = rows.filter(({ relation }) => relation === 'received');
  return (
    <Flex vertical gap="middle">
      <Panel title={t('standIn.givenTitle')}>
        {given.length > 0 ? (
          <StandInTable rows={given} people="standIn" label={t('standIn.givenTitle')} onChanged={onChanged} />
        ) : (
          <EmptyState title={t('standIn.givenEmpty')} hint={t('standIn.givenEmptyHint')}>
            <Button onClick={onGive}>{t('standIn.give')}</Button>
          </EmptyState>
        )}
      </Panel>
      <Panel title={t('standIn.receivedTitle')}>
        {received.length > 0 ? (
          <Flex vertical gap="small">
            <Muted>{t('standIn.receivedHint')}</Muted>
            <StandInTable rows={received} people="absent" label={t('standIn.receivedTitle')} onChanged={onChanged} />
          </Flex>
        ) : (
          <EmptyState title={t('standIn.receivedEmpty')} hint={t('standIn.receivedEmptyHint')} />
        )}
      </Panel>
    </Flex>
  );
}
