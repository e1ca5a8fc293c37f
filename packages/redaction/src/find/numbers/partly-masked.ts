import type { Stream } from '../../stream';
import type { StreamFinding } from '../finding';

/** Digits on both sides of stars. Numbers of telephones may be shown so, others may not. */
const PARTLY =
  /(?<![\d*])(\d{3,})([*×xX#]{2,})(\d{2,}[Xx]?)(?![\d*])|(?<![\d*])(\d{4,})\*{4,}(?![\d*])|(?<![\d*])\*{4,}(\d{4,}[Xx]?)(?![\d*])/g;

export function partlyMasked(stream: Stream): StreamFinding[] {
  const findings: StreamFinding[] = [];
  for (const match of stream.chars.matchAll(PARTLY)) {
    const [all] = match;
    const kind = kindOf(all.length);
    if (!kind || stream.text[match.index] !== stream.text[match.index + all.length - 1]) continue;
    findings.push({
      kind,
      certainty: 'likely',
      reason: kind === 'idNumber' ? 'idPartlyMasked' : 'accountPartlyMasked',
      from: match.index,
      until: match.index + all.length,
      mask: { type: 'hidden' },
    });
  }
  return findings;
}

function kindOf(length: number): 'idNumber' | 'bankAccount' | null {
  if (length === 15 || length === 18) return 'idNumber';
  return length === 16 || length === 17 || length === 19 ? 'bankAccount' : null;
}
