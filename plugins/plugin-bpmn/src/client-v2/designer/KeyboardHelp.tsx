import { Modal, theme } from 'antd';
import { type TextKey, useT } from '../i18n';
import { Muted } from '../shared';

/** Keys of the drawing, those that are needed first, first. */
const KEYS: readonly (readonly [keys: readonly string[], does: TextKey])[] = [
  [['Tab'], 'designer.keys.enter'],
  [['.', ','], 'designer.keys.next'],
  [['Home', 'End'], 'designer.keys.ends'],
  [['Ctrl+F'], 'designer.keys.find'],
  [['Enter', 'F6'], 'designer.keys.panel'],
  [['F6'], 'designer.keys.back'],
  [['N'], 'designer.keys.create'],
  [['A'], 'designer.keys.append'],
  [['C'], 'designer.keys.connect'],
  [['E'], 'designer.keys.rename'],
  [['R'], 'designer.keys.replace'],
  [['←', '↑', '→', '↓'], 'designer.keys.move'],
  [['Alt+→', 'Alt+↓'], 'designer.keys.resize'],
  [['Ctrl+C', 'V'], 'designer.keys.paste'],
  [['Ctrl+←', 'Ctrl+→'], 'designer.keys.scroll'],
  [['Delete'], 'designer.keys.remove'],
  [['Ctrl+Z', 'Ctrl+Y'], 'designer.keys.undo'],
  [['Ctrl+A'], 'designer.keys.all'],
  [['?'], 'designer.keys.help'],
];

function Key({ name }: { name: string }) {
  const { token } = theme.useToken();
  const border = `1px solid ${token.colorBorder}`;
  return (
    <kbd style={{ border, borderRadius: token.borderRadiusSM, paddingInline: token.paddingXXS, whiteSpace: 'nowrap' }}>
      {name}
    </kbd>
  );
}

/** Everything that the keyboard does in the drawing. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { token } = theme.useToken();
  return (
    <Modal open title={t('designer.keys')} footer={null} onCancel={onClose}>
      <Muted small>{t('designer.keysHint')}</Muted>
      <dl
        style={{
          display: 'grid',
          gridTemplateColumns: 'minmax(96px, max-content) 1fr',
          gap: `${token.marginXXS}px ${token.marginSM}px`,
          margin: `${token.marginSM}px 0 0`,
        }}
      >
        {KEYS.map(([keys, does]) => (
          <KeyLine key={does} keys={keys} text={t(does)} />
        ))}
      </dl>
    </Modal>
  );
}

function KeyLine({ keys, text }: { keys: readonly string[]; text: string }) {
  return (
    <>
      <dt style={{ display: 'flex', flexWrap: 'wrap', gap: 4, alignContent: 'start' }}>
        {keys.map((name) => (
          <Key key={name} name={name} />
        ))}
      </dt>
      <dd style={{ margin: 0 }}>{text}</dd>
    </>
  );
}
