import { DatePicker, Flex, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useT } from '../i18n';

const DAY = 'YYYY-MM-DD';
/** The form keeps the ISO day, the field shows a date. */
const asDay = {
  getValueProps: (day?: string) => ({ value: day ? dayjs(day) : null }),
  normalize: (day: Dayjs | null) => day?.format(DAY),
};

/** The first and the last day on which it applies; a rule of which the last day is over is not used any more. */
export function ValidityFields() {
  const t = useT();
  return (
    <Flex gap="small" wrap>
      <Form.Item name="validFrom" label={t('rules.validFrom')} {...asDay}>
        <DatePicker />
      </Form.Item>
      <Form.Item
        name="validUntil"
        label={t('rules.validUntil')}
        extra={t('rules.validUntilHint')}
        dependencies={['validFrom']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, until?: string) => {
              const from: unknown = getFieldValue('validFrom');
              const isBefore = typeof from === 'string' && until !== undefined && until < from;
              return isBefore ? Promise.reject(new Error(t('rules.endsBeforeItBegins'))) : Promise.resolve();
            },
          }),
        ]}
        {...asDay}
      >
        <DatePicker />
      </Form.Item>
    </Flex>
  );
}
