import { Button, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import type { Board, DeadlineLevel } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { LevelTag, Muted, Panel, type AddressFilter } from '../shared';
import type { FilterKey } from './useBoardQuery';

type Cell = Board['byPlaceAndStage'][number];
type Choose = (filter: AddressFilter<FilterKey>) => void;

const filterOf = (cell: Cell): AddressFilter<FilterKey> => ({
  place: cell.place?.id,
  process: cell.processKey,
  stage: cell.stageKey ?? undefined,
});

function Count({ cell, level, onChoose }: { cell: Cell; level: DeadlineLevel; onChoose: Choose }) {
  const t = useT();
  const count = cell[level];
  if (count === 0) return <Muted>0</Muted>;
  return (
    <Button
      type="link"
      size="small"
      onClick={() => onChoose({ ...filterOf(cell), level })}
      aria-label={t('board.showCases', {
        count,
        place: cell.place?.name ?? t('common.none'),
        stage: cell.stageName ?? t('common.none'),
      })}
    >
      {count}
    </Button>
  );
}

const LEVEL_COLUMNS: readonly DeadlineLevel[] = ['onTime', 'near', 'overdue'];

const columnsFor = (t: Translate, onChoose: Choose): TableColumnsType<Cell> => [
  { title: t('inbox.place'), key: 'place', render: (_, cell) => cell.place?.name ?? <Muted>{t('common.none')}</Muted> },
  { title: t('inbox.process'), dataIndex: 'processName' },
  { title: t('inbox.stage'), key: 'stage', render: (_, cell) => cell.stageName ?? <Muted>{t('common.none')}</Muted> },
  ...LEVEL_COLUMNS.map((level) => ({
    title: <LevelTag level={level} />,
    key: level,
    align: 'center' as const,
    render: (_: unknown, cell: Cell) => <Count cell={cell} level={level} onChoose={onChoose} />,
  })),
];

const keyOf = (cell: Cell) => `${cell.place?.id ?? ''}/${cell.processKey}/${cell.stageName ?? ''}`;

/** Cases by place × procedure × stage, in the order of the territory: places are never ranked. */
export function BoardMatrix({ cells, onChoose }: { cells: Cell[]; onChoose: Choose }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t, onChoose), [t, onChoose]);
  return (
    <Panel title={t('board.matrix')}>
      <Table size="small" rowKey={keyOf} columns={columns} dataSource={cells} pagination={false} scroll={{ x: 'max-content' }} />
    </Panel>
  );
}
