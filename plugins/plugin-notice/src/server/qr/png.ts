import { deflateSync } from 'node:zlib';
import { qrMatrix } from './matrix';

/** Light squares around a code, as the standard asks for. */
const MARGIN = 4;
const SCALE = 8;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A QR code as a picture in grey, eight dots for each square. */
export function qrPng(text: string): Buffer {
  const matrix = qrMatrix(text);
  const squares = matrix.length + 2 * MARGIN;
  const dots = squares * SCALE;
  const rows = Array.from({ length: dots }, (_, y) => {
    const row = Buffer.alloc(dots + 1, 0xff);
    row[0] = 0; // no filter
    for (let x = 0; x < dots; x += 1) {
      const isDark = matrix[Math.floor(y / SCALE) - MARGIN]?.[Math.floor(x / SCALE) - MARGIN] === true;
      if (isDark) row[x + 1] = 0;
    }
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(dots, 0);
  head.writeUInt32BE(dots, 4);
  head[8] = 8; // bits for each dot, grey
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(checkSum(typed));
  return Buffer.concat([length, typed, check]);
}

function checkSum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ ((sum & 1) * 0xedb88320);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
