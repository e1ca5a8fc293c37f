import { useIsPhone } from '@wuxin/plugin-bpmn/client-v2';
import { Card, theme } from 'antd';
import { useSaid, useT } from '../i18n';
import { Figure } from '../shared';
import { useDesk } from './desk-context';

/** How many are due and there, and how many more have to come: read from across the room. */
export function FiguresBar() {
  const t = useT();
  const said = useSaid();
  const isPhone = useIsPhone();
  const { token } = theme.useToken();
  const { attendance, roll } = useDesk().desk;
  const { due, present, women, households, householdsPresent, missing, sentence } = attendance;
  if (!roll && due === 0) return null;
  return (
    <Card size="small" aria-label={t('figures.label')} role="region">
      <dl
        style={{
          margin: 0,
          display: 'grid',
          gridTemplateColumns: isPhone ? '1fr 1fr' : 'repeat(auto-fit, minmax(140px, 1fr))',
          gap: token.margin,
        }}
      >
        <Figure label={t('figures.due')} value={due} note={roll ? t('figures.women', { count: roll.women }) : null} />
        <Figure label={t('figures.present')} value={present} note={t('figures.women', { count: women })} />
        {households !== null ? (
          <Figure
            label={t('figures.households')}
            value={t('figures.ofHouseholds', { present: householdsPresent ?? 0, households })}
          />
        ) : null}
        {missing !== null ? (
          <div style={isPhone ? { gridColumn: '1 / -1' } : undefined}>
            <Figure
              label={t('figures.quorum')}
              value={missing > 0 ? t('figures.missing', { count: missing }) : t('figures.enough')}
              isWarning={missing > 0}
            />
          </div>
        ) : null}
      </dl>
      {sentence ? (
        <div role="status" style={{ marginTop: token.marginXS, color: token.colorTextSecondary }}>
          {said(sentence)}
        </div>
      ) : null}
    </Card>
  );
}
