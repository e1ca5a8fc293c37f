import { Alert, Form, Input, Modal, theme } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../api';
import { useT } from '../i18n';
import { failureText } from './failureText';

export interface ActValues {
  reason: string;
  person?: number;
  people?: number[];
  target?: string;
  value?: unknown;
}

export interface ActDialogProps<Values> {
  title: string;
  /** What will follow, in words and numbers. */
  consequence: ReactNode;
  tone?: 'info' | 'warning';
  okText: string;
  /** What not doing it is called, where “cancel” could be taken for doing it. */
  keepText?: string;
  isDanger?: boolean;
  /** It cannot be done, or not yet; `children` say why. */
  isBlocked?: boolean;
  reasonLabel?: string;
  isReasonRequired?: boolean;
  /** With false nothing is asked for, and `reason` is empty. */
  isReasonAsked?: boolean;
  isRunning: boolean;
  failure: Failure | null;
  /** What can be done about a refusal, where that is known. */
  hintFor?: (failure: Failure) => string | null;
  /** Of the fields in `children`; they may also have their own. */
  initialValues?: Partial<Values>;
  onOk: (values: Values) => void;
  onCancel: () => void;
  /** Further fields (Form.Item with a name of Values). */
  children?: ReactNode;
}

const REASON_LIMIT = 500;

/** Asks for a reason before something that concerns others is done, and says what will follow. */
export function ActDialog<Values extends { reason: string } = ActValues>(props: ActDialogProps<Values>) {
  const t = useT();
  const { token } = theme.useToken();
  const [form] = Form.useForm<Values>();
  const { isReasonRequired = true, isReasonAsked = true, tone = 'info', failure } = props;
  const label = props.reasonLabel ?? t('act.reason');
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText}
      cancelText={props.keepText ?? t('common.cancel')}
      okButtonProps={{ danger: props.isDanger, loading: props.isRunning, disabled: props.isBlocked }}
      onOk={() => form.submit()}
      onCancel={props.onCancel}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark
        initialValues={props.initialValues}
        onFinish={(values) => props.onOk({ ...values, reason: (values.reason ?? '').trim() })}
      >
        <Form.Item>
          <Alert type={tone} showIcon message={props.consequence} />
        </Form.Item>
        {props.children}
        {isReasonAsked ? (
          <Form.Item
            name="reason"
            label={label}
            style={{ marginBottom: token.marginXL }} // room for the count below the field
            rules={[{ required: isReasonRequired, whitespace: true, message: t('common.fillIn', { name: label }) }]}
          >
            <Input.TextArea rows={3} maxLength={REASON_LIMIT} showCount />
          </Form.Item>
        ) : null}
        {failure ? (
          <Alert type="error" showIcon role="alert" message={failureText(failure, t)} description={props.hintFor?.(failure)} />
        ) : null}
      </Form>
    </Modal>
  );
}
