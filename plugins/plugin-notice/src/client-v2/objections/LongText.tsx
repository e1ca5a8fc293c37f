import { Form, Input, theme } from 'antd';
import { useT } from './texts';

export interface LongTextProps {
  /** Of the form. */
  name: string;
  label: string;
  extra?: string;
  least?: number;
  most?: number;
  rows?: number;
  autoFocus?: boolean;
}

const MOST = 5_000;
/** The count stands beside the first line of the hint. */
const COUNT_WIDTH = 96;
const lengthOf = (text: string): number => [...text.trim()].length;

/** A text of some paragraphs that has to be written; the limits are the server's. */
export function LongText({ name, label, extra, least = 1, most = MOST, rows = 5, autoFocus }: LongTextProps) {
  const t = useT();
  const { token } = theme.useToken();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra === undefined ? undefined : <div style={{ paddingInlineEnd: COUNT_WIDTH }}>{extra}</div>}
      style={{ marginBottom: token.marginXL }} // room for the count below the field
      rules={[
        {
          required: true,
          validator: (_, text: string = '') =>
            lengthOf(text) < least
              ? Promise.reject(
                  new Error(least > 1 ? t('objection.page.atLeast', { least }) : t('objection.page.fillIn', { label })),
                )
              : Promise.resolve(),
        },
      ]}
    >
      <Input.TextArea rows={rows} maxLength={most} showCount autoFocus={autoFocus} />
    </Form.Item>
  );
}
