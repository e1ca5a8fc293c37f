import { Checkbox, Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import { RIGHT_KEYS } from '../../common/rights';
import type { RightKey, RoleRights } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT, useTitle, type Translate } from '../i18n';
import { DataTable, FailureAlert, type DataColumn } from '../shared';

interface Giving {
  readonly titleOf: (title: string) => string;
  readonly isRunning: boolean;
  readonly give: (role: string, right: RightKey, isGiven: boolean) => void;
}

const columnsFor = (t: Translate, { titleOf, isRunning, give }: Giving): DataColumn<RoleRights>[] => [
  { key: 'role', title: t('right.role'), render: ({ title }) => titleOf(title) },
  ...RIGHT_KEYS.map(
    (right): DataColumn<RoleRights> => ({
      key: right,
      title: t(`right.name.${right}`),
      align: 'center',
      render: ({ role, title, rights }) => {
        const isIncluded = rights[right] === 'included';
        return (
          <Checkbox
            aria-label={t('right.ofRole', { role: titleOf(title), right: t(`right.name.${right}`) })}
            title={isIncluded ? t('right.included') : undefined}
            checked={rights[right] !== 'none'}
            disabled={isIncluded || isRunning}
            onChange={({ target }) => give(role, right, target.checked)}
          />
        );
      },
    }),
  ),
];

/** Roles by rights; a tick is kept at once. */
export function RightsTable({ rows, onChanged }: { rows: RoleRights[]; onChanged: () => void }) {
  const t = useT();
  const titleOf = useTitle();
  const { rights } = useApi();
  const { run, isRunning, failure } = useCommand(
    useCallback((role: string, right: RightKey, isGiven: boolean) => rights.give(role, { right, isGiven }), [rights]),
  );
  const columns = useMemo(() => {
    const give = async (role: string, right: RightKey, isGiven: boolean) => {
      if (await run(role, right, isGiven)) onChanged();
    };
    return columnsFor(t, { titleOf, isRunning, give: (...given) => void give(...given) });
  }, [t, titleOf, isRunning, run, onChanged]);
  return (
    <Flex vertical gap="small">
      <FailureAlert failure={failure} />
      <DataTable
        label={t('common.listOf', { name: t('right.role') })}
        columns={columns}
        rows={rows}
        rowKey={({ role }) => role}
      />
    </Flex>
  );
}
