import { EmptyState, Panel, useIsPhone } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Flex, Table } from 'antd';
import type { DisclosureRow, DisclosureYear } from '../../common/api';
import { RowButton } from './RowButton';
import { CLASS_TEXT, CLASSES, useT } from './texts';

export interface YearViewProps {
  year: DisclosureYear;
  onOpen: (id: string) => void;
}

interface Month {
  month: number;
  rows: DisclosureRow[];
}

const monthsOf = ({ rows }: DisclosureYear): Month[] =>
  Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    rows: rows.filter(({ dueOn }) => Number(dueOn.slice(5, 7)) === index + 1),
  }));

/** A place's year: a grid of months and kinds of affairs, on a phone one list after the other. */
export function YearView({ year, onOpen }: YearViewProps) {
  const t = useT();
  const isPhone = useIsPhone();
  if (year.rows.length === 0) return <EmptyState title={t('disclosure.none')} hint={t('disclosure.noneHint')} />;
  return (
    <Flex vertical gap="middle">
      {year.isCut ? <Alert type="warning" showIcon message={t('disclosure.isCut')} /> : null}
      {isPhone ? <Months year={year} onOpen={onOpen} /> : <Grid year={year} onOpen={onOpen} />}
    </Flex>
  );
}

function Months({ year, onOpen }: YearViewProps) {
  const t = useT();
  return monthsOf(year)
    .filter(({ rows }) => rows.length > 0)
    .map(({ month, rows }) => (
      <Panel key={month} title={t('disclosure.month', { month })}>
        <Flex vertical>
          {rows.map((row) => (
            <RowButton key={row.id} row={row} onOpen={onOpen} />
          ))}
        </Flex>
      </Panel>
    ));
}

function Grid({ year, onOpen }: YearViewProps) {
  const t = useT();
  const columns = [
    {
      key: 'month',
      title: t('disclosure.monthColumn'),
      width: 90,
      render: ({ month }: Month) => t('disclosure.month', { month }),
    },
    ...CLASSES.map((of) => ({
      key: of,
      title: t(CLASS_TEXT[of]),
      render: ({ rows }: Month) =>
        rows.filter((row) => row.class === of).map((row) => <RowButton key={row.id} row={row} onOpen={onOpen} />),
    })),
  ];
  return (
    <Table<Month>
      aria-label={t('disclosure.grid', { year: year.year, place: year.place.name })}
      size="small"
      bordered
      pagination={false}
      rowKey="month"
      columns={columns}
      dataSource={monthsOf(year)}
    />
  );
}
