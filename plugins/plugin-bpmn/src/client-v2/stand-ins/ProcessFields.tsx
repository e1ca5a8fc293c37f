import { Form, Radio, Select } from 'antd';
import { useCallback, useMemo } from 'react';
import type { StandInReach } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { FailureAlert } from '../shared';

const NOBODY_YET: StandInReach = { processes: [] };

/** What a stand-in would see now; of nobody while the absent person is not chosen. */
function useReach(isForOther: boolean, absentId: number | undefined) {
  const api = useApi();
  return useQuery(
    useCallback(
      () => (isForOther && absentId === undefined ? Promise.resolve(NOBODY_YET) : api.standIns.reach(absentId)),
      [api, isForOther, absentId],
    ),
  );
}

interface ProcessPickerProps {
  id?: string;
  label: string;
  value?: string[];
  onChange?: (keys: string[]) => void;
  options: { value: string; label: string }[];
}

/** Takes only what it needs from Form.Item, as `Choice` does. */
function ProcessPicker({ id, label, ...select }: ProcessPickerProps) {
  const { value, onChange, options } = select;
  return (
    <Select
      id={id}
      aria-label={label}
      mode="multiple"
      value={value}
      onChange={onChange}
      options={options}
      optionFilterProp="label"
    />
  );
}

/** Every process or some, and how much work waits there now. */
export function ProcessFields({ isForOther }: { isForOther: boolean }) {
  const t = useT();
  const extent = Form.useWatch<'all' | 'some' | undefined>('extent');
  const chosen = Form.useWatch<string[] | undefined>('processKeys');
  const absentId = Form.useWatch<number | undefined>('absent');
  const query = useReach(isForOther, absentId);
  const reach = query.status === 'ready' ? query.data : NOBODY_YET;
  const isSome = extent === 'some';
  const touched = reach.processes.filter(({ key }) => !isSome || chosen?.includes(key));
  const count = touched.reduce((sum, { openTasks }) => sum + openTasks, 0);
  const options = useMemo(
    () =>
      reach.processes.map(({ key, name, openTasks }) => ({
        value: key,
        label: t('standIn.processWithTasks', { name, count: openTasks }),
      })),
    [reach, t],
  );
  const extents = useMemo(
    () => [
      { value: 'all', label: t('standIn.everyProcess') },
      { value: 'some', label: t('standIn.someProcesses') },
    ],
    [t],
  );
  const label = t('standIn.chosenProcesses');
  return (
    <>
      <Form.Item
        name="extent"
        label={t('standIn.processes')}
        initialValue="all"
        extra={query.status === 'ready' ? <span role="status">{t('standIn.reach', { count })}</span> : null}
      >
        <Radio.Group options={extents} />
      </Form.Item>
      {isSome ? (
        <Form.Item name="processKeys" label={label} rules={[{ required: true, message: t('common.fillIn', { name: label }) }]}>
          <ProcessPicker label={label} options={options} />
        </Form.Item>
      ) : null}
      <FailureAlert failure={query.status === 'failed' ? query.failure : null} />
    </>
  );
}
