import { Button, Flex, Input, Popover } from 'antd';
import { useState } from 'react';
import { useT } from '../i18n';
import type { KindCount } from './decisions';
import { kindText } from './words';

interface Props {
  count: KindCount;
  isShown: boolean;
  onShow: () => void;
  onMaskAll: () => void;
  onKeepAll: (reason: string) => void;
}

function KeepAll({ name, onKeepAll }: { name: string; onKeepAll: (reason: string) => void }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const content = (
    <Flex vertical gap="small" style={{ width: 260 }}>
      <Input
        autoFocus
        aria-label={t('redaction.reason')}
        placeholder={t('redaction.reasonPlaceholder')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        type="primary"
        disabled={reason.trim() === ''}
        onClick={() => {
          onKeepAll(reason.trim());
          setIsOpen(false);
        }}
      >
        {t('redaction.keepAllOf', { kind: name })}
      </Button>
    </Flex>
  );
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('redaction.keepAllOf', { kind: name })}
      content={content}
    >
      <Button size="small" aria-label={t('redaction.keepAllOf', { kind: name })}>
        {t('redaction.keepAll')}
      </Button>
    </Popover>
  );
}

/** One kind of what was found: how much of it is open, and the same decision for all of it. */
export function KindBar({ count: { kind, total, open }, isShown, onShow, onMaskAll, onKeepAll }: Props) {
  const t = useT();
  const name = kindText(kind, t);
  return (
    <Flex gap="small" wrap align="center">
      <Button size="small" type={isShown ? 'primary' : 'default'} aria-pressed={isShown} onClick={onShow}>
        {t('redaction.kindCount', { kind: name, total, open })}
      </Button>
      <Button size="small" aria-label={t('redaction.maskAllOf', { kind: name })} onClick={onMaskAll}>
        {t('redaction.maskAll')}
      </Button>
      <KeepAll name={name} onKeepAll={onKeepAll} />
    </Flex>
  );
}
