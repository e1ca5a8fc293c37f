import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Card, Flex, Input } from 'antd';
import { useT } from '../i18n';
import { NoticeText } from '../shared';
import { bodyOf, emptyTable, type Part } from './parts';
import { TableEditor } from './TableEditor';

interface Props {
  value?: readonly Part[];
  onChange?: (parts: readonly Part[]) => void;
}

interface PartProps {
  part: Part;
  /** From 0. */
  at: number;
  count: number;
  onPart: (part: Part) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function PartActs({ at, count, onMove, onRemove }: Omit<PartProps, 'part' | 'onPart'>) {
  const t = useT();
  const number = at + 1;
  return (
    <Flex gap={4}>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined />}
        disabled={at === 0}
        aria-label={t('noticeForm.partUp', { number })}
        onClick={() => onMove(-1)}
      />{' '}
      {/* prettier-ignore */}
      <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={at === count - 1} aria-label={t('noticeForm.partDown', { number })} onClick={() => onMove(1)} />{' '}
      {/* prettier-ignore */}
      <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('noticeForm.partRemove', { number })} onClick={onRemove} />{' '}
      {/* prettier-ignore */}
    </Flex>
  );
}

function PartEditor({ part, onPart, ...acts }: PartProps) {
  const t = useT();
  const field =
    part.kind === 'table' ? (
      <TableEditor part={part} onChange={onPart} />
    ) : (
      <Input.TextArea
        value={part.text}
        aria-label={t('noticeForm.text', { number: acts.at + 1 })}
        placeholder={t('noticeForm.textPlaceholder')}
        autoSize={{ minRows: acts.count === 1 ? 8 : 3, maxRows: 24 }}
        onChange={(event) => onPart({ kind: 'text', text: event.target.value })}
      />
    );
  if (acts.count === 1) return field;
  return (
    <Card
      size="small"
      title={t(part.kind === 'table' ? 'noticeForm.tablePart' : 'noticeForm.textPart', { number: acts.at + 1 })}
      extra={<PartActs {...acts} />}
    >
      {field}
    </Card>
  );
}

const NOTHING: readonly Part[] = [{ kind: 'text', text: '' }];

/** The text of a notice: what is written, tables between, and how it will hang. */
export function BodyEditor({ value = NOTHING, onChange }: Props) {
  const t = useT();
  const put = (parts: readonly Part[]) => onChange?.(parts.length > 0 ? parts : NOTHING);
  const move = (at: number, by: -1 | 1) => {
    const others = value.filter((_, index) => index !== at);
    put([...others.slice(0, at + by), ...value.slice(at, at + 1), ...others.slice(at + by)]);
  };
  return (
    <Flex vertical gap="small">
      <Muted small>{t('noticeForm.bodyHint')}</Muted>
      {value.map((part, at) => (
        <PartEditor
          key={at}
          part={part}
          at={at}
          count={value.length}
          onPart={(next) => put(value.map((one, index) => (index === at ? next : one)))}
          onMove={(by) => move(at, by)}
          onRemove={() => put(value.filter((_, index) => index !== at))}
        />
      ))}
      <Flex gap="small" wrap>
        <Button icon={<PlusOutlined />} onClick={() => put([...value, emptyTable()])}>
          {t('noticeForm.addTable')}
        </Button>
        {value.at(-1)?.kind === 'table' ? (
          <Button icon={<PlusOutlined />} onClick={() => put([...value, { kind: 'text', text: '' }])}>
            {t('noticeForm.addText')}
          </Button>
        ) : null}
      </Flex>
    </Flex>
  );
}

export function Preview({ title, parts }: { title: string; parts: readonly Part[] }) {
  const t = useT();
  const body = bodyOf(parts);
  if (title.trim() === '' && body.length === 0) return <Muted>{t('noticeForm.previewEmpty')}</Muted>;
  return (
    <Flex vertical gap="middle">
      <strong style={{ fontSize: 20, textAlign: 'center', overflowWrap: 'anywhere' }}>{title}</strong>
      <NoticeText body={body} />
    </Flex>
  );
}
