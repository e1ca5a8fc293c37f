import { FlowModelRenderer } from '@nocobase/flow-engine';
import { Alert, ConfigProvider, Grid, Skeleton, type ThemeConfig } from 'antd';
import { forwardRef, useEffect, useImperativeHandle } from 'react';
import { useT } from '../i18n';
import { AccessibleForm } from './AccessibleForm';
import type { UploadState } from './form-uploads';
import type { TaskFormHandle } from './running-form';
import type { TriedOptions } from './task-context';
import { useTaskForm, type FormOfTask, type TaskFormStatus } from './useTaskForm';

export interface TaskFormProps {
  opened: FormOfTask;
  /** What the holder typed before and has not submitted. */
  draft: Record<string, unknown> | null;
  isReadOnly?: boolean;
  /** A person changed something. */
  onChange?: () => void;
  /** Files in its fields are on their way, have all arrived, or one has not. */
  onUploads?: (state: UploadState) => void;
  /** Before it is ready there is nothing in it, whatever the record and the draft say. */
  onStatus?: (status: TaskFormStatus) => void;
  /** The process is only tried out: nothing is sent, and this says what may be picked. It stays the same while the form is shown. */
  options?: TriedOptions;
}

function useUploads(form: TaskFormHandle | null, onUploads: TaskFormProps['onUploads']): void {
  useEffect(() => {
    if (!form || !onUploads) return undefined;
    onUploads(form.uploads.state);
    return form.uploads.onChange(onUploads);
  }, [form, onUploads]);
}

/** The page frames the form already; NocoBase's cards inside it would only take width, on a phone a sixth of it. */
const UNFRAMED: ThemeConfig = {
  components: { Card: { colorBorderSecondary: 'transparent', boxShadowTertiary: 'none', bodyPadding: 0, headerPadding: 0 } },
};

/** The frozen form of a task. Its buttons are the page's: it asks the handle for values and validity. */
export const TaskForm = forwardRef<TaskFormHandle | null, TaskFormProps>(function TaskForm(
  { opened, draft, isReadOnly = false, onChange, onUploads, onStatus, options },
  ref,
) {
  const t = useT();
  const isPhone = Grid.useBreakpoint().sm === false;
  const state = useTaskForm({ opened, draft, isReadOnly, isPhone, options });
  const form = state.status === 'ready' ? state.form : null;
  useImperativeHandle<TaskFormHandle | null, TaskFormHandle | null>(ref, () => form, [form]);
  useEffect(() => {
    onStatus?.(state.status);
  }, [state.status, onStatus]);
  useEffect(() => (onChange ? form?.onChange(onChange) : undefined), [form, onChange]);
  useUploads(form, onUploads);

  switch (state.status) {
    case 'loading':
      return <Skeleton active aria-label={t('common.loading')} />;
    case 'failed':
      return <Alert type="error" showIcon message={t('form.notShown')} description={t('form.notShownHint')} />;
    case 'ready':
      return (
        <ConfigProvider theme={UNFRAMED}>
          <AccessibleForm>
            <FlowModelRenderer model={state.root} showFlowSettings={false} />
          </AccessibleForm>
        </ConfigProvider>
      );
  }
});
