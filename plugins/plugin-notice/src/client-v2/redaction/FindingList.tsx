import { Pages, Muted, useIsPhone } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { FindingView } from '../../common/api';
import { useT } from '../i18n';
import type { Decision, Decisions } from './decisions';
import { FindingItem } from './FindingItem';

/** A page of findings: a list of thousands is as fast as a short one. */
const PAGE_SIZE = 10;

interface Props {
  findings: readonly FindingView[];
  decisions: Decisions;
  currentId: string | null;
  fileNames: ReadonlyMap<string, string>;
  onCurrent: (id: string) => void;
  onDecide: (id: string, decision: Decision) => void;
}

const isTyping = (target: EventTarget): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** What was found, a page at a time. j and k, or the arrows, go through it; m masks and goes on, r keeps. */
export function FindingList({ findings, decisions, currentId, fileNames, onCurrent, onDecide }: Props) {
  const t = useT();
  const isPhone = useIsPhone();
  const list = useRef<HTMLUListElement>(null);
  const focusNext = useRef<string | null>(null);
  const at = Math.max(0, findings.findIndex(({ id }) => id === currentId)); // prettier-ignore
  const page = Math.floor(at / PAGE_SIZE);
  const shown = findings.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  useEffect(() => {
    if (focusNext.current === null) return;
    list.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  });
  const go = (to: number) => {
    const next = findings[Math.min(findings.length - 1, Math.max(0, to))];
    if (!next) return;
    focusNext.current = `[data-item="${next.id}"]`;
    onCurrent(next.id);
  };
  const onKey = (event: KeyboardEvent) => {
    const current = findings[at];
    if (!current || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'j':
        go(at + 1);
        break;
      case 'ArrowUp':
      case 'k':
        go(at - 1);
        break;
      case 'm':
        onDecide(current.id, { decision: 'mask' });
        go(at + 1);
        break;
      case 'r':
        focusNext.current = `[data-reason="${current.id}"]`;
        onDecide(current.id, { decision: 'keep', reason: '' });
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return (
    <Flex vertical gap="small">
      {isPhone ? null : <Muted small>{t('redaction.keys')}</Muted>}
      <ul
        ref={list}
        aria-label={t('redaction.findings')}
        onKeyDown={onKey}
        style={{ margin: 0, padding: 0, display: 'grid', gap: 8 }}
      >
        {shown.map((finding, index) => (
          <FindingItem
            key={finding.id}
            finding={finding}
            number={page * PAGE_SIZE + index + 1}
            decision={decisions.get(finding.id)}
            isCurrent={finding.id === findings[at]?.id}
            fileNames={fileNames}
            onDecide={(decision) => onDecide(finding.id, decision)}
            onCurrent={() => onCurrent(finding.id)}
          />
        ))}
      </ul>
      <Pages current={page + 1} pageSize={PAGE_SIZE} total={findings.length} onChange={(next) => go((next - 1) * PAGE_SIZE)} />
    </Flex>
  );
}
