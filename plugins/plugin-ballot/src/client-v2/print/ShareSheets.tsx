import { Sheet, SignLines } from './PrintView';
import { useT, type TextKey } from '../i18n';
import type { DrawnKeyView } from '../../common/api';

const KEEPERS: readonly TextKey[] = ['print.shareFirst', 'print.shareSecond', 'print.shareRecovery'];

/** The three shares of the meeting key, each on a sheet of its own: two of them open the box. */
export function ShareSheets({ drawn, title, number }: { drawn: DrawnKeyView; title: string; number: string }) {
  const t = useT();
  return (
    <>
      {drawn.shares.map((share, index) => (
        <Sheet key={share}>
          <h1>{t('print.shareTitle')}</h1>
          <p style={{ textAlign: 'center' }}>
            {title} · {number}
          </p>
          <p style={{ fontSize: '14pt', textAlign: 'center', fontWeight: 700, margin: '8mm 0' }}>
            {t(KEEPERS[index] ?? 'print.shareRecovery')}
          </p>
          <p
            className="wuxin-code"
            style={{ fontSize: '17pt', textAlign: 'center', border: '0.4mm solid #000', padding: '8mm', lineHeight: 1.8 }}
          >
            {share}
          </p>
          <p>{t('print.shareUse')}</p>
          <p>{t('print.shareKeep')}</p>
          <p className="wuxin-small">{t('print.sharePublic', { key: drawn.publicKey })}</p>
          <SignLines labels={[t('print.keeper'), t('print.date')]} />
        </Sheet>
      ))}
    </>
  );
}
