import { CheckOutlined } from '@ant-design/icons';
import { FailureAlert, Muted, ToneTag, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { App, Button, Flex } from 'antd';
import { useCallback } from 'react';
import type { RollEntryRow } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { useDesk } from '../desk-context';
import { EntryList, useEntries } from '../roll';

/** 发放: somebody draws a slip out of the box; the roll notes that they did. */
export function HandOut() {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { desk, reload } = useDesk();
  const entries = useEntries();
  const handOut = useCommand(
    useCallback((entry: RollEntryRow) => api.boxes.handOut(desk.id, { entryId: entry.id }), [api, desk.id]),
  );
  const give = async (entry: RollEntryRow) => {
    if (!(await handOut.run(entry))) return;
    message.success(t('slips.wasHanded', { name: entry.name }));
    reload();
  };
  return (
    <Flex vertical gap="small">
      <Muted>{t('slips.handOutLead')}</Muted>
      <FailureAlert failure={handOut.failure} />
      <EntryList
        entries={entries}
        action={(entry) => {
          if (entry.hasSlip)
            return (
              <ToneTag tone="success" icon={<CheckOutlined />}>
                {t('slips.has')}
              </ToneTag>
            );
          if (!entry.mayVote || entry.isWithdrawn) return null;
          return (
            <Button
              size="large"
              disabled={handOut.isRunning || !entry.isPresent}
              aria-label={t('slips.giveTo', { name: entry.name })}
              onClick={() => void give(entry)}
            >
              {t(entry.isPresent ? 'slips.give' : 'attendance.absent')}
            </Button>
          );
        }}
      />
    </Flex>
  );
}
