import { EmptyState, Panel, useIsPhone } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { CheckView, NoticeDesk } from '../../common/api';
import { useT } from '../i18n';
import { decideAll, kindsOf, openOf, type Decision, type Decisions } from './decisions';
import { FindingList } from './FindingList';
import { KindBar } from './KindBar';
import { TextPane } from './TextPane';
import { UncheckedFiles } from './UncheckedFiles';

interface Props {
  notice: NoticeDesk;
  check: CheckView;
  decisions: Decisions;
  onDecisions: (change: (before: Decisions) => Decisions) => void;
  looked: ReadonlyMap<string, string>;
  onLooked: (fileId: string, words: string | null) => void;
}

/** Brings what is decided on into sight in the text beside it, and frames it there. */
function useShownInText(currentId: string | null): void {
  useEffect(() => {
    if (currentId === null) return undefined;
    const marks = [...document.querySelectorAll<HTMLElement>(`mark[data-finding="${currentId}"]`)];
    marks[0]?.scrollIntoView?.({ block: 'nearest' });
    for (const mark of marks) mark.style.boxShadow = '0 0 0 3px currentColor';
    return () => {
      for (const mark of marks) mark.style.boxShadow = '';
    };
  }, [currentId]);
}

function Kinds({
  check,
  decisions,
  onDecisions,
  kind,
  onKind,
}: Pick<Props, 'check' | 'decisions' | 'onDecisions'> & { kind: string | null; onKind: (kind: string | null) => void }) {
  // prettier-ignore
  const t = useT();
  const counts = useMemo(() => kindsOf(check.findings, decisions), [check.findings, decisions]);
  const idsOf = (of: string | null) => check.findings.filter((one) => of === null || one.kind === of).map(({ id }) => id);
  const put = (of: string | null, decision: Decision) => onDecisions((before) => decideAll(before, idsOf(of), decision));
  return (
    <Flex vertical gap="small" role="group" aria-label={t('redaction.byKind')}>
      <Flex gap="small" wrap>
        <Button
          size="small"
          type={kind === null ? 'primary' : 'default'}
          aria-pressed={kind === null}
          onClick={() => onKind(null)}
        >
          {t('redaction.everything', { total: check.findings.length, open: openOf(check.findings, decisions).length })}
        </Button>
        <Button size="small" onClick={() => put(null, { decision: 'mask' })}>
          {t('redaction.maskEverything')}
        </Button>
      </Flex>
      {counts.map((count) => (
        <KindBar
          key={count.kind}
          count={count}
          isShown={kind === count.kind}
          onShow={() => onKind(count.kind)}
          onMaskAll={() => put(count.kind, { decision: 'mask' })}
          onKeepAll={(reason) => put(count.kind, { decision: 'keep', reason })}
        />
      ))}
    </Flex>
  );
}

/** What was found beside the text it was found in. */
export function Decide({ notice, check, decisions, onDecisions, looked, onLooked }: Props) {
  const t = useT();
  const isPhone = useIsPhone();
  const [kind, setKind] = useState<string | null>(null);
  const [currentId, setCurrentId] = useState<string | null>(check.findings[0]?.id ?? null);
  const shown = useMemo(() => check.findings.filter((one) => kind === null || one.kind === kind), [check.findings, kind]);
  const fileNames = useMemo(() => new Map(notice.files.map(({ id, name }) => [id, name])), [notice.files]);
  const late = useDeferredValue(decisions);
  const choose = useCallback((id: string) => {
    setKind(null);
    setCurrentId(id);
  }, []);
  useShownInText(currentId);
  const height = isPhone ? undefined : { maxHeight: '62vh', overflow: 'auto' };
  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: isPhone ? '1fr' : 'minmax(0, 1fr) minmax(0, 1fr)' }}>
      <Panel title={t('redaction.text')}>
        <div style={height} tabIndex={0} role="region" aria-label={t('redaction.text')}>
          <TextPane notice={notice} findings={check.findings} decisions={late} onChoose={choose} />
        </div>
      </Panel>
      <Panel title={t('redaction.found', { count: check.findings.length })}>
        <Flex vertical gap="middle" style={height}>
          {check.findings.length === 0 ? (
            <EmptyState title={t('redaction.nothing')} hint={t('redaction.nothingHint')} />
          ) : (
            <>
              <Kinds check={check} decisions={decisions} onDecisions={onDecisions} kind={kind} onKind={setKind} />
              <FindingList
                findings={shown}
                decisions={decisions}
                currentId={currentId}
                fileNames={fileNames}
                onCurrent={setCurrentId}
                onDecide={(id, decision) => onDecisions((before) => decideAll(before, [id], decision))}
              />
            </>
          )}
          <UncheckedFiles noticeId={notice.id} files={check.unchecked} looked={looked} onLooked={onLooked} />
        </Flex>
      </Panel>
    </div>
  );
}
