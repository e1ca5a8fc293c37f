import { Act, DateTime, EmptyState, Muted, Panel, ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { RollEntryRow, RollHead } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { useDesk } from '../desk-context';
import { EntryList } from './EntryList';
import { FillRoll } from './FillRoll';
import { PasteRoll } from './PasteRoll';
import { ProposeAddition, ProposeForEntry } from './ProposeChange';
import { RollChanges } from './RollChanges';
import { useEntries } from './useEntries';

function Freeze({ roll }: { roll: RollHead }) {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  return (
    <Act
      label={t('roll.freeze')}
      tone="warning"
      consequence={t('roll.freezeConsequence', { entries: roll.entries, due: roll.due, without: roll.entries - roll.due })}
      run={() => api.rolls.freeze(desk.id)}
      done={t('roll.frozen')}
      onDone={reload}
      button={{ type: 'primary' }}
    />
  );
}

function Remove({ entry }: { entry: RollEntryRow }) {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  return (
    <Act
      label={t('roll.remove')}
      title={t('roll.removeOf', { name: entry.name })}
      consequence={t('roll.removeConsequence')}
      run={() => api.rolls.remove(desk.id, [entry.id])}
      done={t('roll.removed')}
      onDone={reload}
      button={{ size: 'small', type: 'text' }}
    />
  );
}

/** What may be done with an entry: taken out of a draft, proposed to be changed on a frozen roll. */
function useEntryAction(): ((entry: RollEntryRow) => ReactNode) | undefined {
  const { may } = useDesk();
  if (may('ballotRolls:remove')) return (entry) => <Remove entry={entry} />;
  if (!may('ballotRolls:proposeChange')) return undefined;
  return (entry) =>
    entry.isWithdrawn ? null : (
      <Flex wrap justify="end">
        <ProposeForEntry entry={entry} />
      </Flex>
    );
}

function Head({ roll }: { roll: RollHead }) {
  const t = useT();
  return (
    <Flex vertical gap={4}>
      <Flex gap="small" wrap align="center">
        <ToneTag tone={roll.status === 'frozen' ? 'success' : 'neutral'}>
          {t(roll.status === 'frozen' ? 'roll.isFrozen' : 'roll.isDraft')}
        </ToneTag>
        <span>
          {t(roll.unit === 'household' ? 'roll.numbersOfHouseholds' : 'roll.numbers', {
            entries: roll.entries,
            due: roll.due,
            women: roll.women,
          })}
        </span>
        {roll.households !== null ? <span>{t('roll.numberOfHouseholds', { count: roll.households })}</span> : null}
      </Flex>
      {roll.frozenAt !== null ? (
        <Muted small>
          {t('roll.frozenBy', { name: roll.frozenBy?.name ?? '–' })} <DateTime at={roll.frozenAt} />
        </Muted>
      ) : null}
      {roll.hash ? (
        <Muted small>
          {t('roll.hash')}{' '}
          <Typography.Text code copyable style={{ overflowWrap: 'anywhere' }}>
            {roll.hash}
          </Typography.Text>
        </Muted>
      ) : null}
    </Flex>
  );
}

/** 名册: who is due, frozen before anything is voted on. */
export function RollPart() {
  const t = useT();
  const { desk, may } = useDesk();
  const { roll } = desk;
  const entries = useEntries();
  const action = useEntryAction();
  return (
    <Flex vertical gap="middle">
      <Panel
        title={t('desk.roll')}
        extra={
          <Flex gap="small" wrap>
            {may('ballotRolls:fill') ? <FillRoll /> : null}
            {may('ballotRolls:enter') ? <PasteRoll /> : null}
            {roll && may('ballotRolls:freeze') ? <Freeze roll={roll} /> : null}
            {may('ballotRolls:proposeChange') ? <ProposeAddition /> : null}
          </Flex>
        }
      >
        <Flex vertical gap="middle">
          {roll ? <Head roll={roll} /> : null}
          {roll && roll.doubleEnrolled > 0 ? (
            <Alert
              type="error"
              showIcon
              message={t('roll.doubleEnrolledCount', { count: roll.doubleEnrolled })}
              description={t('roll.doubleEnrolledHint')}
            />
          ) : null}
          {roll ? (
            <EntryList entries={entries} action={action} />
          ) : (
            <EmptyState title={t('roll.none')} hint={t('roll.noneYetHint')} />
          )}
        </Flex>
      </Panel>
      {roll?.status === 'frozen' ? <RollChanges /> : null}
    </Flex>
  );
}
