export { noticeLink, noticeQr, qrSvg } from './qr';
