import { Button, Flex, Upload } from 'antd';
import { Muted } from '@wuxin/plugin-bpmn/client-v2';
import { useT } from './texts';

export const MOST_BYTES = 5 * 1024 * 1024;
const KINDS = '.pdf,.jpg,.jpeg,.png';

/** A scan of the paper; it is sent with the rest, not before. */
export function ScanField({ value, onChange }: { value?: File; onChange?: (file: File | undefined) => void }) {
  const t = useT();
  return (
    <Flex gap="small" wrap align="center">
      <Upload
        accept={KINDS}
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          onChange?.(file);
          return false;
        }}
      >
        <Button>{t('objection.page.chooseScan')}</Button>
      </Upload>
      {value ? (
        <>
          <Muted>{value.name}</Muted>
          <Button type="text" onClick={() => onChange?.(undefined)}>
            {t('objection.page.removeScan')}
          </Button>
        </>
      ) : null}
    </Flex>
  );
}
