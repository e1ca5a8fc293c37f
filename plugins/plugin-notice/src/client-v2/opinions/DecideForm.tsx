import { FailureAlert, Muted, useCommand, useIsPhone } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex, Input, Radio, theme } from 'antd';
import { useCallback, useRef, useState, type ComponentRef, type KeyboardEvent } from 'react';
import type { OpinionRow } from '../../common/api';
import { useApi } from './api';
import { OPINION_TEXT, useT, VERDICTS, type Verdict } from './texts';

interface DecideFormProps {
  opinion: OpinionRow;
  onDone: () => void;
  onCancel?: () => void;
}

const MOST = 2_000;

/** `Alt` and a digit choose also while the reason is written; alone it would be a digit of the reason. */
function chosenBy({ altKey, ctrlKey, metaKey, code, target }: KeyboardEvent): Verdict | undefined {
  const isWriting = target instanceof HTMLTextAreaElement;
  if (ctrlKey || metaKey || isWriting !== altKey) return undefined;
  return VERDICTS[['Digit1', 'Digit2', 'Digit3'].indexOf(code)];
}

/** What becomes of one opinion, without a mouse: a digit, the reason, `Ctrl` and `Enter`. */
export function DecideForm({ opinion, onDone, onCancel }: DecideFormProps) {
  const t = useT();
  const api = useApi();
  const { token } = theme.useToken();
  const isPhone = useIsPhone();
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(opinion.status === 'received' ? null : opinion.status);
  const [reason, setReason] = useState(opinion.reason ?? '');
  const [isAsking, setIsAsking] = useState(false);
  const command = useCommand(
    useCallback((status: Verdict, why: string) => api.decide(opinion.id, { status, reason: why }), [api, opinion.id]),
  );
  const isComplete = verdict !== null && reason.trim() !== '';
  const save = async () => {
    setIsAsking(true);
    if (verdict === null || reason.trim() === '' || command.isRunning) return;
    if (await command.run(verdict, reason.trim())) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = chosenBy(event);
    if (chosen) {
      event.preventDefault();
      setVerdict(chosen);
      field.current?.focus();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <Flex
      vertical
      gap="small"
      role="group"
      aria-label={t('opinion.page.decideOne', { number: opinion.number })}
      onKeyDown={onKeyDown}
    >
      <Radio.Group
        aria-label={t('opinion.page.verdict')}
        value={verdict}
        onChange={({ target }) => setVerdict(VERDICTS.find((one) => one === target.value) ?? null)}
      >
        {VERDICTS.map((one, index) => (
          <Radio key={one} value={one} autoFocus={index === 0 && opinion.status === 'received' && !isPhone}>
            {isPhone ? t(OPINION_TEXT[one]) : t('opinion.page.keyed', { key: index + 1, name: t(OPINION_TEXT[one]) })}
          </Radio>
        ))}
      </Radio.Group>
      <label htmlFor={`reason-${opinion.id}`}>{t('opinion.page.reason')}</label>
      <Input.TextArea
        ref={field}
        id={`reason-${opinion.id}`}
        rows={3}
        maxLength={MOST}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        status={isAsking && !isComplete ? 'error' : undefined}
      />
      {isAsking && !isComplete ? (
        <span role="alert" style={{ color: token.colorErrorText }}>
          {t('opinion.page.bothNeeded')}
        </span>
      ) : null}
      {command.failure ? <FailureAlert failure={command.failure} onReload={onDone} /> : null}
      <Flex gap="small" wrap align="center">
        <Button type="primary" loading={command.isRunning} onClick={() => void save()}>
          {t('opinion.page.save')}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('objection.page.cancel')}</Button> : null}
        {isPhone ? null : <Muted small>{t('opinion.page.keys')}</Muted>}
      </Flex>
    </Flex>
  );
}
