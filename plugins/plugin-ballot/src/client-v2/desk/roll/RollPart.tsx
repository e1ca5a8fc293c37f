import { DateTime, EmptyState, Muted, Panel, ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Flex, Typography } from 'antd';
import type { RollHead } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { Act } from '../../shared';
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
  const mayPropose = may('ballotRolls:proposeChange');
  return (
    <Flex vertical gap="middle">
      <Panel
        title={t('desk.roll')}
        extra={
          <Flex gap="small" wrap>
            {may('ballotRolls:fill') ? <FillRoll /> : null}
            {may('ballotRolls:enter') ? <PasteRoll /> : null}
            {roll && may('ballotRolls:freeze') ? <Freeze roll={roll} /> : null}
            {mayPropose ? <ProposeAddition /> : null}
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
            <EntryList
              entries={entries}
              action={
                mayPropose
                  ? (entry) =>
                      entry.isWithdrawn ? null : (
                        <Flex wrap justify="end">
                          <ProposeForEntry entry={entry} />
                        </Flex>
                      )
                  : undefined
              }
            />
          ) : (
            <EmptyState title={t('roll.none')} hint={t('roll.noneYetHint')} />
          )}
        </Flex>
      </Panel>
      {roll?.status === 'frozen' ? <RollChanges /> : null}
    </Flex>
  );
}
