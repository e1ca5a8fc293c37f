import { CheckOutlined, QrcodeOutlined } from '@ant-design/icons';
import { FailureAlert, formatClock, Muted, Panel, ToggleButtons, ToneTag, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, App, Button, Flex, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useCallback, useState } from 'react';
import type { RollEntryRow } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { useDesk } from '../desk-context';
import { EntryList, useEntries } from '../roll';
import { SignInWall } from './SignInWall';

type Mode = 'clerk' | 'paper';

/** Today at the time that stands on the signed sheet. */
const onToday = (time: Dayjs) => dayjs().hour(time.hour()).minute(time.minute()).second(0).millisecond(0).valueOf();

function useMove(mode: Mode, time: Dayjs | null) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { desk, reload } = useDesk();
  const { id } = desk;
  const command = useCommand(
    useCallback(
      async (entry: RollEntryRow) => {
        const at = mode === 'paper' && time ? { at: onToday(time) } : {};
        if (entry.isPresent) await api.attendance.leave(id, { entryIds: [entry.id], ...at });
        else await api.attendance.arrive(id, { entryIds: [entry.id], means: mode, ...at });
      },
      [api, id, mode, time],
    ),
  );
  const move = async (entry: RollEntryRow) => {
    if (!(await command.run(entry))) return;
    message.success(t(entry.isPresent ? 'attendance.hasLeft' : 'attendance.hasArrived', { name: entry.name }));
    reload();
  };
  return { move, command };
}

function Presence({ entry }: { entry: RollEntryRow }) {
  const t = useT();
  if (!entry.isPresent) return <Muted small>{t('attendance.absent')}</Muted>;
  return (
    <ToneTag tone="success" icon={<CheckOutlined />}>
      {entry.arrivedAt === null ? t('attendance.present') : t('attendance.presentSince', { at: formatClock(entry.arrivedAt) })}
    </ToneTag>
  );
}

/** 签到: who came and went; by the code on the wall, called out, or entered from the signed sheet. */
export function AttendancePart() {
  const t = useT();
  const { desk, may } = useDesk();
  const [mode, setMode] = useState<Mode>('clerk');
  const [time, setTime] = useState<Dayjs | null>(() => dayjs());
  const [isWallOpen, setIsWallOpen] = useState(false);
  const entries = useEntries();
  const { move, command } = useMove(mode, time);
  const mayMove = may('ballotAttendance:arrive');
  if (!desk.roll) return <Alert type="info" showIcon message={t('attendance.noRoll')} />;
  return (
    <Panel
      title={t('desk.attendance')}
      extra={
        may('ballotAttendance:ticket') ? (
          <Button icon={<QrcodeOutlined />} onClick={() => setIsWallOpen(true)}>
            {t('attendance.wall')}
          </Button>
        ) : null
      }
    >
      <Flex vertical gap="small">
        {mayMove ? (
          <Flex gap="small" wrap align="center">
            <ToggleButtons
              label={t('attendance.mode')}
              options={[
                { value: 'clerk', label: t('means.clerk') },
                { value: 'paper', label: t('means.paper') },
              ]}
              value={mode}
              onChange={setMode}
            />
            {mode === 'paper' ? (
              <label>
                {t('attendance.timeOnSheet')}{' '}
                <TimePicker format="HH:mm" value={time} onChange={setTime} allowClear={false} needConfirm={false} />
              </label>
            ) : null}
          </Flex>
        ) : (
          <Muted>{t('attendance.readOnly')}</Muted>
        )}
        <FailureAlert failure={command.failure} />
        <EntryList
          entries={entries}
          onOnly={mayMove ? (entry) => void move(entry) : undefined}
          note={(entry) => <Presence entry={entry} />}
          action={(entry) =>
            mayMove && !entry.isWithdrawn ? (
              <Button
                size="large"
                type={entry.isPresent ? 'default' : 'primary'}
                disabled={command.isRunning}
                aria-label={t(entry.isPresent ? 'attendance.leaveOf' : 'attendance.arriveOf', { name: entry.name })}
                onClick={() => void move(entry)}
              >
                {t(entry.isPresent ? 'attendance.leave' : 'attendance.arrive')}
              </Button>
            ) : null
          }
        />
      </Flex>
      {isWallOpen ? <SignInWall onClose={() => setIsWallOpen(false)} /> : null}
    </Panel>
  );
}
