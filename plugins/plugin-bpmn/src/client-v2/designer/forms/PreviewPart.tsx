import { Alert, Button, Flex, theme } from 'antd';
import { useCallback, useMemo } from 'react';
import { useApi, useQuery } from '../../api';
import { useLanguage, useT } from '../../i18n';
import { Loaded, Muted, PageSkeleton, ROOM_BELOW_PX } from '../../shared';
import { PREVIEW_TASK, TaskForm } from '../../taskFormDoor';
import { type Item, said, saidIn } from '../settings';

const ROWS = 6;
const NOTHING = {};

/** The form as whoever does the task will see it, with the buttons with which it ends. What is typed is kept nowhere. */
export function PreviewPart({
  processKey,
  elementId,
  outcomes,
}: {
  processKey: string;
  elementId: string;
  outcomes: readonly Item[];
}) {
  const t = useT();
  const api = useApi();
  const preview = useQuery(useCallback(() => api.processes.previewForm(processKey, elementId), [api, processKey, elementId]));
  const form = preview.status === 'ready' ? preview.data.form : null;
  const opened = useMemo(
    () => form && { task: { id: PREVIEW_TASK }, formTree: form.tree, contract: form.contract, record: NOTHING },
    [form],
  );
  return (
    <Loaded query={preview} skeleton={<PageSkeleton rows={ROWS} />}>
      {({ problems }) => (
        <Flex vertical gap="middle" style={{ paddingBottom: ROOM_BELOW_PX }}>
          {problems.length > 0 ? (
            <Alert
              type="warning"
              showIcon
              message={t('form.cannotPreview')}
              description={
                <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                  {problems.map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              }
            />
          ) : null}
          {opened ? <TaskForm opened={opened} draft={null} /> : null}
          {opened ? <Buttons outcomes={outcomes} /> : null}
        </Flex>
      )}
    </Loaded>
  );
}

function Buttons({ outcomes }: { outcomes: readonly Item[] }) {
  const t = useT();
  const language = useLanguage();
  const { token } = theme.useToken();
  return (
    <Flex vertical gap="small" style={{ borderTop: `1px solid ${token.colorBorderSecondary}`, paddingTop: token.paddingSM }}>
      <Muted small>{t('form.previewHint')}</Muted>
      {outcomes.map((outcome) => (
        <div key={said(outcome, 'key')}>
          <Button
            block
            type={said(outcome, 'kind') === 'primary' ? 'primary' : 'default'}
            danger={said(outcome, 'kind') === 'danger'}
          >
            {saidIn(language, outcome, 'name') || said(outcome, 'key')}
          </Button>
          {said(outcome, 'consequence') ? <Muted small>{saidIn(language, outcome, 'consequence')}</Muted> : null}
        </div>
      ))}
    </Flex>
  );
}
