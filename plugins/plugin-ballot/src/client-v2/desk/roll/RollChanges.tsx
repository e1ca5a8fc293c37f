import { Act, DateTime, EmptyState, Loaded, Muted, Panel, ToneTag, type Tone } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, List } from 'antd';
import { useCallback } from 'react';
import type { RollChangeRow } from '../../../common/api';
import { useApi } from '../../api';
import { useT, type TextKey } from '../../i18n';
import { useDesk } from '../desk-context';
import { useDeskQuery } from '../useDeskQuery';

const LOOK: Record<RollChangeRow['status'], { tone: Tone; text: TextKey }> = {
  proposed: { tone: 'warning', text: 'roll.change.proposed' },
  confirmed: { tone: 'success', text: 'roll.change.confirmed' },
  refused: { tone: 'neutral', text: 'roll.change.refused' },
};

function Decide({ change }: { change: RollChangeRow }) {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  return (
    <Flex gap="small" wrap>
      <Act
        label={t('roll.confirmChange')}
        consequence={t('roll.confirmConsequence', { name: change.proposedBy.name })}
        run={() => api.rolls.confirmChange(desk.id, change.id)}
        done={t('roll.change.confirmed')}
        onDone={reload}
        button={{ type: 'primary', size: 'small' }}
      >
        <p>{change.text}</p>
      </Act>
      <Act
        label={t('roll.refuseChange')}
        consequence={t('roll.refuseConsequence')}
        run={() => api.rolls.refuseChange(desk.id, change.id)}
        done={t('roll.change.refused')}
        onDone={reload}
        button={{ size: 'small' }}
      />
    </Flex>
  );
}

function Change({ change }: { change: RollChangeRow }) {
  const t = useT();
  const { tone, text } = LOOK[change.status];
  return (
    <List.Item style={{ paddingInline: 0 }}>
      <Flex vertical gap={4} style={{ minWidth: 0 }}>
        <div>
          <ToneTag tone={tone}>{t(text)}</ToneTag> {change.text}
        </div>
        <Muted small>
          {t('roll.changeReason', { reason: change.reason })} · {change.proposedBy.name} <DateTime at={change.proposedAt} />
          {change.decidedBy ? ` · ${t('roll.changeDecidedBy', { name: change.decidedBy.name })}` : null}
        </Muted>
        {change.mayDecide ? <Decide change={change} /> : null}
      </Flex>
    </List.Item>
  );
}

/** What was changed after freezing, each by two people. */
export function RollChanges() {
  const t = useT();
  const api = useApi();
  const { id } = useDesk().desk;
  const query = useDeskQuery(useCallback(() => api.rolls.changes(id), [api, id]));
  return (
    <Panel title={t('roll.changes')}>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('roll.noChanges')} hint={t('roll.noChangesHint')} />
          ) : (
            <List
              size="small"
              dataSource={rows}
              rowKey={({ id: key }) => key}
              renderItem={(change) => <Change change={change} />}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
