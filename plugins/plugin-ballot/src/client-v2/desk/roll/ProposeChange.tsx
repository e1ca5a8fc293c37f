import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import type { RollEntryInput, RollEntryRow } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { useDesk } from '../desk-context';
import { EntryFields } from './EntryFields';

interface Values extends ActValues {
  entry: RollEntryInput;
}

/** One more on a frozen roll; somebody else has to agree. */
export function ProposeAddition() {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  return (
    <Act<Values>
      label={t('roll.add')}
      tone="warning"
      consequence={t('roll.addConsequence', { due: desk.attendance.due, after: desk.attendance.due + 1 })}
      reasonLabel={t('common.reason')}
      run={({ entry, reason }) => api.rolls.proposeChange(desk.id, { kind: 'add', entry, reason })}
      done={t('roll.proposed')}
      onDone={reload}
    >
      <EntryFields />
    </Act>
  );
}

/** One less, or one that is written wrongly. */
export function ProposeForEntry({ entry }: { entry: RollEntryRow }) {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  const { due } = desk.attendance;
  const initial = {
    name: entry.name,
    household: entry.household ?? undefined,
    representsHousehold: entry.representsHousehold,
    isWoman: entry.isWoman,
  };
  return (
    <>
      <Act<Values>
        label={t('roll.correct')}
        title={t('roll.correctOf', { name: entry.name })}
        consequence={t('roll.correctConsequence')}
        reasonLabel={t('common.reason')}
        initialValues={{ entry: initial }}
        run={({ entry: corrected, reason }) =>
          api.rolls.proposeChange(desk.id, {
            kind: 'correct',
            entryId: entry.id,
            entry: { standing: entry.standing, userId: entry.user?.id, ...corrected },
            reason,
          })
        }
        done={t('roll.proposed')}
        onDone={reload}
        button={{ size: 'small', type: 'text' }}
      >
        <EntryFields />
      </Act>
      <Act
        label={t('roll.withdraw')}
        title={t('roll.withdrawOf', { name: entry.name })}
        tone="warning"
        consequence={t('roll.withdrawConsequence', { due, after: entry.mayVote ? due - 1 : due })}
        reasonLabel={t('common.reason')}
        run={({ reason }) => api.rolls.proposeChange(desk.id, { kind: 'withdraw', entryId: entry.id, reason })}
        done={t('roll.proposed')}
        onDone={reload}
        button={{ size: 'small', type: 'text' }}
      />
    </>
  );
}
