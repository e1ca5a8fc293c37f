import { Select } from 'antd';
import { useMemo } from 'react';
import type { ParameterOverview, ParameterRow } from '../../common/api';
import { useT } from '../i18n';
import { ToggleButtons, useAddressFilter, useIsPhone } from '../shared';
import { isToConfirm } from './ParameterState';

/** What of the list stands in the address of the page. */
export type FilterKey = 'place' | 'show' | 'process';

/** All parameters, or those that somebody has to confirm. */
export function ShownChoice({ parameters, isOpenOnly }: { parameters: ParameterRow[]; isOpenOnly: boolean }) {
  const t = useT();
  const { change } = useAddressFilter<FilterKey>();
  const options = useMemo(
    () => [
      { value: 'all' as const, label: t('parameter.all', { count: parameters.length }) },
      { value: 'open' as const, label: t('parameter.onlyToConfirm', { count: parameters.filter(isToConfirm).length }) },
    ],
    [t, parameters],
  );
  return (
    <ToggleButtons
      label={t('parameter.shown')}
      options={options}
      value={isOpenOnly ? 'open' : 'all'}
      onChange={(show) => change({ show: show === 'open' ? show : undefined })}
    />
  );
}

/** Of one process: all parameters are a long list. */
export function ProcessChoice({ overview, processKey }: { overview: ParameterOverview; processKey: string | null }) {
  const t = useT();
  const { change } = useAddressFilter<FilterKey>();
  const isPhone = useIsPhone();
  const options = useMemo(() => overview.processes.map(({ key, name }) => ({ value: key, label: name })), [overview]);
  return (
    <Select
      value={processKey ?? undefined}
      onChange={(process?: string) => change({ process })}
      options={options}
      showSearch
      optionFilterProp="label"
      allowClear
      aria-label={t('parameter.process')}
      placeholder={t('parameter.allProcesses')}
      style={isPhone ? { width: '100%' } : { width: 240 }}
    />
  );
}
