import { QRCode } from 'antd';
import type { DrawnSlipsView } from '../../common/api';
import { useT } from '../i18n';
import { inSheets } from './pieces';
import { Sheet } from './PrintView';

const SLIPS_A_SHEET = 8;
const CODE_IN_PX = 112;

/** The address behind the code of a slip: the voting code stands behind `#`, which no browser sends. */
const addressOf = (url: string, code: string): string => `${new URL(url, window.location.origin).href}#${code}`;

/** 表决码纸条: cut apart, folded and drawn out of a box, so that nobody knows who has which. */
export function SlipSheets({ slips, title }: { slips: DrawnSlipsView; title: string }) {
  const t = useT();
  const address = new URL(slips.url, window.location.origin).href;
  return (
    <>
      {inSheets(slips.codes, SLIPS_A_SHEET).map((codes, sheet) => (
        <Sheet key={sheet} kind="slips">
          {codes.map((code) => (
            <div key={code} className="wuxin-piece wuxin-slip">
              <div>
                <strong>{title}</strong>
                <div className="wuxin-small">{t('print.slipLead')}</div>
                <div className="wuxin-code">{code}</div>
                <div className="wuxin-small">{t('print.slipTyped', { address })}</div>
              </div>
              <QRCode
                value={addressOf(slips.url, code)}
                size={CODE_IN_PX}
                type="svg"
                bordered={false}
                errorLevel="M"
                style={{ padding: 0 }}
              />
              <div className="wuxin-fold">{t('print.slipKeep')}</div>
            </div>
          ))}
        </Sheet>
      ))}
    </>
  );
}
