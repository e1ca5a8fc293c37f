import { ClockCircleOutlined } from '@ant-design/icons';
import { Button, DatePicker, Flex, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { TryOutView } from '../../common/api';
import { useT } from '../i18n';
import { formatInstant } from '../shared';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The next moment at which something happens by itself. */
function nextMoment({ tasks, waiting, now }: TryOutView): number | null {
  const steps = tasks.flatMap(({ deadline }) => (deadline ? deadline.steps.map(({ at }) => at) : []));
  const timers = waiting.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  const ahead = [...steps, ...timers].filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** The clock of the try-out: it stands still until somebody moves it. */
export function ClockBar({ view, isWorking, onWait }: { view: TryOutView; isWorking: boolean; onWait: (until: number) => void }) {
  const t = useT();
  const [chosen, setChosen] = useState<Dayjs | null>(null);
  const next = nextMoment(view);
  return (
    <Flex gap="small" wrap align="center">
      <span role="status">
        <ClockCircleOutlined aria-hidden /> {t('tryOut.clock', { at: formatInstant(view.now) })}
      </span>
      <Space.Compact>
        <Button disabled={isWorking} onClick={() => onWait(view.now + DAY_MS)}>
          {t('tryOut.oneDay')}
        </Button>
        <Button disabled={isWorking || next === null} onClick={() => next !== null && onWait(next)}>
          {t('tryOut.nextMoment')}
        </Button>
      </Space.Compact>
      <Space.Compact>
        <DatePicker
          aria-label={t('tryOut.until')}
          placeholder={t('tryOut.until')}
          value={chosen}
          onChange={setChosen}
          disabledDate={(day) => day.endOf('day').valueOf() <= view.now}
          defaultPickerValue={dayjs(view.now)}
        />
        <Button
          disabled={isWorking || chosen === null}
          onClick={() => {
            if (chosen) onWait(Math.max(chosen.startOf('day').add(9, 'hour').valueOf(), view.now + 1));
            setChosen(null);
          }}
        >
          {t('tryOut.letPass')}
        </Button>
      </Space.Compact>
    </Flex>
  );
}
