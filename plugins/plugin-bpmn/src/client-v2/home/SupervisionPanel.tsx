import { Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import type { DeadlineLevel, HomeProcedure } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { type DataColumn, DataTable, EmptyNote, LEVEL_TEXT, LEVELS, LevelTag, Muted, Panel, TextLink } from '../shared';

function Count({ procedure, level }: { procedure: HomeProcedure; level: DeadlineLevel }) {
  const t = useT();
  const { processKey: process, processName, counts } = procedure;
  const count = counts[level];
  if (count === 0) return <Muted>0</Muted>;
  const label = t('home.showOnBoard', { count, process: processName, level: t(LEVEL_TEXT[level]) });
  return (
    <TextLink to={paths.board({ process, level })} label={label}>
      {count}
    </TextLink>
  );
}

const columnsFor = (t: Translate): DataColumn<HomeProcedure>[] => [
  { key: 'process', title: t('inbox.process'), maxWidth: 220, render: ({ processName }) => processName },
  ...LEVELS.map((level) => ({
    key: level,
    title: <LevelTag level={level} />,
    align: 'center' as const,
    render: (procedure: HomeProcedure) => <Count procedure={procedure} level={level} />,
  })),
];

function Procedure({ procedure }: { procedure: HomeProcedure }) {
  return (
    <Flex vertical gap={4}>
      <span>{procedure.processName}</span>
      <Flex gap={12} wrap align="center">
        {LEVELS.map((level) => (
          <span key={level}>
            <LevelTag level={level} /> <Count procedure={procedure} level={level} />
          </span>
        ))}
      </Flex>
    </Flex>
  );
}

/** 督办概况: open cases of the reader's places by procedure, in the order of the procedures. */
export function SupervisionPanel({ procedures }: { procedures: HomeProcedure[] }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t), [t]);
  const renderCard = useCallback((procedure: HomeProcedure) => <Procedure procedure={procedure} />, []);
  return (
    <Panel title={t('home.supervision')} extra={<TextLink to={paths.board()}>{t('home.openBoard')}</TextLink>}>
      {procedures.length === 0 ? (
        <EmptyNote title={t('home.supervisionEmpty')} hint={t('home.supervisionEmptyHint')} />
      ) : (
        <Flex vertical gap="small">
          <Muted small>{t('home.supervisionHint')}</Muted>
          <DataTable
            label={t('home.supervision')}
            columns={columns}
            rows={procedures}
            rowKey={({ processKey }) => processKey}
            renderCard={renderCard}
          />
        </Flex>
      )}
    </Panel>
  );
}
