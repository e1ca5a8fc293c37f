import { FlowModelRenderer } from '@nocobase/flow-engine';
import { Alert, Skeleton } from 'antd';
import { useT } from '../i18n';
import { AccessibleForm } from './AccessibleForm';
import { type FormToDesign, useFormDesign } from './useFormDesign';

export type TaskFormDesignerProps = FormToDesign;

/** The form of a user task in NocoBase's own designer: fields, required, read-only, layout, rules. */
export function TaskFormDesigner(form: TaskFormDesignerProps) {
  const t = useT();
  const state = useFormDesign(form);
  switch (state.status) {
    case 'loading':
      return <Skeleton active aria-label={t('common.loading')} />;
    case 'failed':
      return <Alert type="error" showIcon message={t('form.notShown')} description={t('form.notDesigned')} />;
    case 'ready':
      return (
        <AccessibleForm>
          <FlowModelRenderer model={state.root} showFlowSettings hideRemoveInSettings />
        </AccessibleForm>
      );
  }
}
