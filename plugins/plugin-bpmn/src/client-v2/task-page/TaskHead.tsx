import { Flex } from 'antd';
import type { OpenedTask } from '../../common/api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { CallerLink, DeadlineLine, LinkButton, Muted, Panel, StageBar } from '../shared';

/** What the task belongs to: stage, deadline, place, and the way to the whole case. */
export function TaskHead({ opened }: { opened: OpenedTask }) {
  const t = useT();
  const { task, instance } = opened;
  return (
    <Panel
      title={task.elementName}
      extra={
        <LinkButton size="small" to={paths.instance(instance.id)}>
          {t('process.track')}
        </LinkButton>
      }
    >
      <Flex vertical gap="small">
        <StageBar stages={instance.stages} />
        {task.deadline ? <DeadlineLine deadline={task.deadline} /> : null}
        <Muted small>
          {[
            instance.processName,
            instance.place?.name,
            instance.starter ? t('process.startedBy', { name: instance.starter.name }) : null,
            instance.businessKey ? t('process.businessKey', { key: instance.businessKey }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Muted>
        <CallerLink instance={instance} />
      </Flex>
    </Panel>
  );
}
