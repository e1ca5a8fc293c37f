import { Button, Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import type { Board, DeadlineLevel } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { LevelTag, Muted, Panel, type AddressFilter, DataTable, type DataColumn } from '../shared';
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
      style={{ paddingInline: 0 }}
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

const columnsFor = (t: Translate, onChoose: Choose): DataColumn<Cell>[] => [
  { title: t('inbox.place'), key: 'place', render: (cell) => cell.place?.name ?? <Muted>{t('common.none')}</Muted> },
  { key: 'processName', title: t('inbox.process'), render: (row) => row.processName },
  { title: t('inbox.stage'), key: 'stage', render: (cell) => cell.stageName ?? <Muted>{t('common.none')}</Muted> },
  ...LEVEL_COLUMNS.map((level) => ({
    title: <LevelTag level={level} />,
    key: level,
    align: 'center' as const,
    render: (cell: Cell) => <Count cell={cell} level={level} onChoose={onChoose} />,
  })),
];

function CellCard({ cell, onChoose }: { cell: Cell; onChoose: Choose }) {
  const t = useT();
  return (
    <Flex vertical gap={4}>
      <span>{cell.place?.name ?? <Muted>{t('common.none')}</Muted>}</span>
      <Muted small>{[cell.processName, cell.stageName].filter(Boolean).join(' · ')}</Muted>
      <Flex gap={12} wrap align="center">
        {LEVEL_COLUMNS.map((level) => (
          <span key={level}>
            <LevelTag level={level} /> <Count cell={cell} level={level} onChoose={onChoose} />
          </span>
        ))}
      </Flex>
    </Flex>
  );
}

const keyOf = (cell: Cell) => `${cell.place?.id ?? ''}/${cell.processKey}/${cell.stageName ?? ''}`;

/** Cases by place × procedure × stage, in the order of the territory: places are never ranked. */
export function BoardMatrix({ cells, onChoose }: { cells: Cell[]; onChoose: Choose }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t, onChoose), [t, onChoose]);
  const renderCard = useCallback((cell: Cell) => <CellCard cell={cell} onChoose={onChoose} />, [onChoose]);
  return (
    <Panel title={t('board.matrix')}>
      <DataTable label={t('board.matrix')} columns={columns} rows={cells} rowKey={keyOf} renderCard={renderCard} />
    </Panel>
  );
}
