import type { CountsInput } from '@wuxin/ballot-core';
import { theme } from 'antd';
import { useT, type TextKey } from '../i18n';

const PARTS = ['approve', 'oppose', 'abstain', 'blank', 'notVoting', 'recused', 'invalid'] as const;
type Part = (typeof PARTS)[number];

const TEXT: Record<Part, TextKey> = {
  approve: 'answer.approve',
  oppose: 'answer.oppose',
  abstain: 'answer.abstain',
  blank: 'count.blank',
  notVoting: 'count.notVoting',
  recused: 'count.recused',
  invalid: 'count.invalid',
};

/** Told apart by their order, words, numbers and pattern, not by colour alone. */
function useFill(): Record<Part, string> {
  const { token } = theme.useToken();
  const striped = `repeating-linear-gradient(45deg, ${token.colorFillSecondary} 0 6px, ${token.colorBgContainer} 6px 12px)`;
  return {
    approve: token.colorSuccess,
    oppose: token.colorError,
    abstain: token.colorTextQuaternary,
    blank: token.colorFill,
    notVoting: striped,
    recused: striped,
    invalid: `repeating-linear-gradient(90deg, ${token.colorTextQuaternary} 0 2px, ${token.colorBgContainer} 2px 6px)`,
  };
}

/** 赞成 | 反对 | 弃权 | …: how many did what, as numbers and as parts of one bar. */
export function ResultBar({ counts }: { counts: CountsInput }) {
  const t = useT();
  const { token } = theme.useToken();
  const fill = useFill();
  const parts = PARTS.map((part) => ({ part, count: Number(counts[part] ?? 0) })).filter(
    ({ part, count }) => count > 0 || part === 'approve' || part === 'oppose' || part === 'abstain',
  );
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <div>
      <div
        aria-hidden
        style={{
          display: 'flex',
          gap: 2,
          height: 28,
          overflow: 'hidden',
          borderRadius: token.borderRadius,
          background: token.colorFillQuaternary,
        }}
      >
        {parts.map(({ part, count }) =>
          count > 0 ? <div key={part} style={{ flexGrow: count, flexBasis: 0, background: fill[part] }} /> : null,
        )}
      </div>
      <ul
        aria-label={t('result.counts')}
        style={{
          listStyle: 'none',
          margin: 0,
          marginTop: token.marginXS,
          padding: 0,
          display: 'flex',
          flexWrap: 'wrap',
          gap: token.margin,
        }}
      >
        {parts.map(({ part, count }) => (
          <li key={part} style={{ display: 'flex', alignItems: 'center', gap: token.marginXXS }}>
            <span
              aria-hidden
              style={{
                width: 14,
                height: 14,
                borderRadius: token.borderRadiusXS,
                border: `1px solid ${token.colorBorder}`,
                background: fill[part],
              }}
            />
            {t(TEXT[part])} <strong style={{ fontSize: token.fontSizeHeading4 }}>{count}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
