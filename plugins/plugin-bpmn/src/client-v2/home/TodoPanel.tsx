import { Flex } from 'antd';
import type { Home } from '../../common/api';
import { useT } from '../i18n';
import { keyOf, TaskLine } from '../inbox';
import { paths } from '../routes';
import { EmptyNote, LEVEL_TEXT, LEVELS, LevelTag, Panel, PlainList, TextLink } from '../shared';

/** How many are late, near and on time, each with the way to them. */
function Counts({ counts }: Pick<Home['todo'], 'counts'>) {
  const t = useT();
  return (
    <Flex role="group" aria-label={t('home.todoCounts')} gap="middle" wrap>
      {LEVELS.filter((level) => counts[level] > 0).map((level) => (
        <Flex key={level} gap={6} align="center">
          <LevelTag level={level} />
          <TextLink
            to={paths.inbox('todo', level)}
            label={t('home.showTodo', { count: counts[level], level: t(LEVEL_TEXT[level]) })}
          >
            {counts[level]}
          </TextLink>
        </Flex>
      ))}
    </Flex>
  );
}

/** 现在要办: the most urgent tasks of the reader. */
export function TodoPanel({ todo: { rows, counts } }: { todo: Home['todo'] }) {
  const t = useT();
  const count = counts.overdue + counts.near + counts.onTime;
  const more = <TextLink to={paths.inbox()}>{t('home.allTodo', { count })}</TextLink>;
  return (
    <Panel title={t('home.todo')} extra={more}>
      {rows.length === 0 ? (
        <EmptyNote title={t('home.todoEmpty')} hint={t('home.todoEmptyHint')} />
      ) : (
        <Flex vertical gap="small">
          <Counts counts={counts} />
          <PlainList label={t('home.todo')} items={rows} keyOf={keyOf}>
            {(task) => <TaskLine task={task} hasDraft={task.hasDraft} />}
          </PlainList>
        </Flex>
      )}
    </Panel>
  );
}
