import type { CountsInput, ElectionOutcome } from '@wuxin/ballot-core';
import { CheckOutlined } from '@ant-design/icons';
import { ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import { theme } from 'antd';
import { useT } from '../i18n';

/** Who has how many votes, most first, and who is elected. */
export function CandidateBars({ counts, election }: { counts: CountsInput; election: ElectionOutcome | undefined }) {
  const t = useT();
  const { token } = theme.useToken();
  const candidates = [...(counts.candidates ?? [])].sort((a, b) => b.approve - a.approve);
  const most = Math.max(1, ...candidates.map(({ approve }) => approve));
  return (
    <ol
      aria-label={t('result.candidates')}
      style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: token.marginXS }}
    >
      {candidates.map(({ id, name, approve }) => (
        <li key={id}>
          <div style={{ display: 'flex', justifyContent: 'space-between', gap: token.marginXS }}>
            <span>
              {name ?? id}{' '}
              {election?.elected.includes(id) ? (
                <ToneTag tone="success" icon={<CheckOutlined />}>
                  {t('result.elected')}
                </ToneTag>
              ) : null}
              {election?.tied.includes(id) ? <ToneTag tone="warning">{t('result.tied')}</ToneTag> : null}
            </span>
            <strong>{t('result.votes', { count: approve })}</strong>
          </div>
          <div aria-hidden style={{ height: 10, borderRadius: token.borderRadiusXS, background: token.colorFillSecondary }}>
            <div
              style={{
                width: `${(approve / most) * 100}%`,
                height: '100%',
                borderRadius: token.borderRadiusXS,
                background: token.colorPrimary,
              }}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}
