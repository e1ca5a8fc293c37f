import { QRCode } from 'antd';
import type { DrawnSlipsView } from '../../common/api';
import { useT } from '../i18n';
import { inSheets } from './pieces';
import { CutSheet } from './PrintView';

const ROWS = 4;
const COLUMNS = 2;
const CODE_IN_PX = 108;

/** The address behind the code of a slip: the voting code stands behind `#`, which no browser sends. */
const addressOf = (url: string, code: string): string => `${new URL(url, window.location.origin).href}#${code}`;

/** 表决码纸条: cut apart, folded and drawn out of a box, so that nobody knows who has which. */
export function SlipSheets({ slips, title }: { slips: DrawnSlipsView; title: string }) {
  const t = useT();
  const address = new URL(slips.url, window.location.origin).href;
  return (
    <>
      {inSheets(slips.codes, ROWS * COLUMNS).map((codes, sheet) => (
        <CutSheet key={sheet} rows={ROWS} columns={COLUMNS}>
          {codes.map((code) => (
            <div key={code} className="wuxin-piece wuxin-slip">
              <div className="wuxin-fold">{t('print.slipKeep')}</div>
              <div className="wuxin-slip-code">
                <div>
                  <strong>{title}</strong>
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
              </div>
            </div>
          ))}
        </CutSheet>
      ))}
    </>
  );
}
