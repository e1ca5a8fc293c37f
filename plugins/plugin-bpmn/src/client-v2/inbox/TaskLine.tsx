import { EditOutlined } from '@ant-design/icons';
import { Flex } from 'antd';
import type { InboxRow } from '../../common/api';
import { useT } from '../i18n';
import { DeadlineTag, Muted, ToneTag } from '../shared';
import { RowLink, RowMarks } from './rows';

/** A task in little room: what it is, where it stands, until when. */
export function TaskLine({ task, hasDraft = false }: { task: InboxRow; hasDraft?: boolean }) {
  const t = useT();
  return (
    <Flex vertical gap={4}>
      <RowLink row={task} />
      <Muted small>{[task.elementName, task.stageName, task.place?.name].filter(Boolean).join(' · ')}</Muted>
      <Flex gap={8} wrap align="center">
        <DeadlineTag deadline={task.deadline} />
        {hasDraft ? (
          <ToneTag tone="info" icon={<EditOutlined aria-hidden />}>
            {t('home.hasDraft')}
          </ToneTag>
        ) : null}
        <RowMarks row={task} />
      </Flex>
    </Flex>
  );
}
