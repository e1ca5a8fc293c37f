import { correctionOf } from './correction';
import { dataBytes, lengthBits, VERSIONS, type Version } from './versions';

const BYTES_MODE = 0b0100;
const MODE_BITS = 4;
/** What fills the rest, by turns. */
const PADDING = [0xec, 0x11];

export interface Encoded {
  readonly version: Version;
  /** Data and correction in the order in which they are drawn. */
  readonly bytes: readonly number[];
}

/** @throws RangeError when no size is large enough */
export function encode(text: string): Encoded {
  const bytes = [...Buffer.from(text, 'utf8')];
  const version = VERSIONS.find((one) => MODE_BITS + lengthBits(one) + 8 * bytes.length <= 8 * dataBytes(one));
  if (!version) throw new RangeError('a text for a code is 213 bytes at most');
  const capacity = dataBytes(version);
  const bits = [
    ...bitsOf(BYTES_MODE, MODE_BITS),
    ...bitsOf(bytes.length, lengthBits(version)),
    ...bytes.flatMap((byte) => bitsOf(byte, 8)),
  ];
  const ended = [...bits, ...Array<number>(Math.min(4, 8 * capacity - bits.length)).fill(0)];
  const data: number[] = [];
  for (let at = 0; at < ended.length; at += 8)
    data.push(Array.from({ length: 8 }, (_, bit) => ended[at + bit] ?? 0).reduce((byte, bit) => byte * 2 + bit, 0));
  for (let turn = 0; data.length < capacity; turn += 1) data.push(PADDING[turn % 2] ?? 0);
  return { version, bytes: interleaved(data, version) };
}

const bitsOf = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => (value >> (count - 1 - at)) & 1);

/** The first byte of every block, then the second … so that a stain takes a little of each. */
function interleaved(data: readonly number[], { total, blocks, correction }: Version): number[] {
  const short = Math.floor(total / blocks) - correction;
  const longFrom = blocks - (total % blocks);
  const parts: number[][] = [];
  for (let block = 0, at = 0; block < blocks; block += 1) {
    const length = short + (block >= longFrom ? 1 : 0);
    parts.push(data.slice(at, at + length));
    at += length;
  }
  const repairs = parts.map((part) => correctionOf(part, correction));
  const byTurns = (rows: readonly (readonly number[])[], length: number) =>
    Array.from({ length }, (_, at) => rows.flatMap((row) => row[at] ?? [])).flat();
  return [...byTurns(parts, short + 1), ...byTurns(repairs, correction)];
}
