import { Collapse, Flex, Radio, theme } from 'antd';
import type { PackFinding } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { Muted } from '../shared';

export interface FindingGroupProps {
  kind: PackFinding['kind'];
  findings: PackFinding[];
  fromPack: ReadonlySet<string>;
  onDecide: (findingId: string, side: 'here' | 'pack') => void;
}

const TITLE: Record<PackFinding['kind'], TextKey> = {
  conflict: 'pack.conflicts',
  taken: 'pack.taken',
  kept: 'pack.kept',
  dropped: 'pack.dropped',
};

/** Findings of one kind; what needs no decision is folded away. */
export function FindingGroup({ kind, findings, fromPack, onDecide }: FindingGroupProps) {
  const t = useT();
  if (findings.length === 0) return null;
  const lines = (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
      {findings.map((finding) => (
        <li key={finding.id}>
          <FindingLine finding={finding} side={fromPack.has(finding.id) ? 'pack' : 'here'} onDecide={onDecide} />
        </li>
      ))}
    </ul>
  );
  const items = [{ key: kind, label: t(TITLE[kind], { count: findings.length }), children: lines }];
  return <Collapse items={items} defaultActiveKey={kind === 'conflict' || kind === 'dropped' ? [kind] : []} />;
}

interface FindingLineProps {
  finding: PackFinding;
  side: 'here' | 'pack';
  onDecide: (findingId: string, side: 'here' | 'pack') => void;
}

function FindingLine({ finding, side, onDecide }: FindingLineProps) {
  const t = useT();
  const { id, kind, change, part, name, where, before, here, pack } = finding;
  const title = [part, name, where].filter(Boolean).join(' · ');
  const isWhole = where === '' && before === null && here === null && pack === null;
  return (
    <Flex vertical gap={4}>
      <strong style={{ overflowWrap: 'anywhere' }}>{title}</strong>
      {kind === 'conflict' ? (
        <div role="radiogroup" aria-label={title}>
          <Radio.Group value={side} onChange={({ target }) => onDecide(id, target.value as 'here' | 'pack')}>
            <Flex vertical gap={4}>
              <Radio value="here">
                {t('pack.keepHere')} {isWhole ? null : <Value text={here} />}
              </Radio>
              <Radio value="pack">
                {t('pack.takePack')} {isWhole ? null : <Value text={pack} />}
              </Radio>
            </Flex>
          </Radio.Group>
        </div>
      ) : (
        <Muted small>
          {t(`pack.change.${change}`)}{' '}
          {change === 'changed' && !isWhole ? <Change from={before} to={kind === 'kept' ? here : pack} /> : null}
        </Muted>
      )}
    </Flex>
  );
}

const Change = ({ from, to }: { from: string | null; to: string | null }) => (
  <>
    <Value text={from} /> → <Value text={to} />
  </>
);

/** Longer ones are markup or data: their beginning tells them apart. */
const SHOWN = 120;

function Value({ text }: { text: string | null }) {
  const t = useT();
  const { token } = theme.useToken();
  if (text === null) return <em>{t('pack.nothing')}</em>;
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return (
    <span style={{ background: token.colorFillQuaternary, paddingInline: 4, overflowWrap: 'anywhere' }} title={text}>
      {shown}
    </span>
  );
}
