import { encode } from 'uqr';
import { noticePath } from '../addresses';
import { html, type Markup } from '../html';
import type { WallOptions } from '../options';
import { wordsOf } from '../words';

/** Light modules around the code, without which scanners do not find it. */
const BORDER = 4;

/**
 * The QR code of an address as an SVG picture: one path, no styles, so that it may stand in a page with a strict policy.
 *
 * @example qrSvg('https://wall.example.org/n/Ab/AbC….html', '扫码查看公示')
 */
export function qrSvg(address: string, label: string): Markup {
  const { data, size } = encode(address, { ecc: 'M', border: BORDER });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg
    class="qr"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${label}"
    shape-rendering="crispEdges"
  >
    <rect width="${size}" height="${size}" fill="#fff" />
    <path d="${path}" fill="#000" />
  </svg>`;
}

/** Where a notice is read; needs no account. `null` when the wall has no address of its own. */
export const noticeLink = ({ address }: Pick<WallOptions, 'address'>, noticeId: string): string | null =>
  address === null ? null : `${address}${noticePath(noticeId)}`;

/** The QR code of a notice for its printed sheet, as the text of an SVG. */
export function noticeQr(options: Pick<WallOptions, 'address' | 'locale'>, noticeId: string): string | null {
  const link = noticeLink(options, noticeId);
  return link === null ? null : qrSvg(link, wordsOf(options.locale).say('notice.qr')).toString();
}
