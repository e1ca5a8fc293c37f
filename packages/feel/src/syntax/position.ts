import type { FeelPosition } from '../errors';

export function positionOf(source: string, from: number, to: number): FeelPosition {
  const before = source.slice(0, from);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { offset: from, length: to - from, line: before.split('\n').length, column: from - lineStart + 1 };
}
