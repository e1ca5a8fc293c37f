// Stands in for the task form, which needs NocoBase's real flow engine.
import { Form, Input, Radio } from 'antd';
import { forwardRef, useEffect, useImperativeHandle } from 'react';

interface Props {
  isReadOnly: boolean;
  onChange?: () => void;
  onStatus?: (status: 'loading' | 'ready') => void;
  onUploads?: (state: 'none' | 'uploading' | 'failed') => void;
}

/** What the fields of the form on the screen tell the page. */
export const shownForm: Pick<Props, 'onStatus' | 'onUploads'> = {};

export const TaskForm = forwardRef<object, Props>(function TaskForm({ isReadOnly, onChange, onStatus, onUploads }, ref) {
  Object.assign(shownForm, { onStatus, onUploads });
  useEffect(() => onStatus?.('ready'), [onStatus]);
  const [form] = Form.useForm<{ reviewOpinion?: string }>();
  useImperativeHandle(ref, () => ({
    values: () => form.getFieldsValue(),
    validate: () =>
      form.validateFields().then(
        () => true,
        () => false,
      ),
    isDirty: false,
  }));
  return (
    <Form form={form} layout="vertical" disabled={isReadOnly} onValuesChange={onChange}>
      <Form.Item label="公约名称">
        <Input aria-label="公约名称" value="安岭社区居民公约（2026 年修订）" readOnly />
      </Form.Item>
      <Form.Item name="kind" label="事由" initialValue="revise">
        <Radio.Group
          options={[
            { value: 'make', label: '制定' },
            { value: 'revise', label: '修订' },
          ]}
        />
      </Form.Item>
      <Form.Item name="reviewOpinion" label="审核意见" rules={[{ required: true }]}>
        <Input.TextArea rows={4} />
      </Form.Item>
    </Form>
  );
});

export const TaskFormDesigner = ({ formUid, english }: { formUid: string; english: Record<string, string> }) => (
  <div>
    {formUid} {Object.values(english).join()}
  </div>
);

export const taskFormModels = {};
