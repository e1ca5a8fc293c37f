import type { MeetingKey } from '../key';
import type { Sodium } from '../sodium';
import { isChoice, PADDED_BYTES, type Choice } from './choice';

/** `spoilt`: cannot be opened, is of another motion, or is no choice at all; it counts as an invalid ballot. */
export type Opened = { readonly kind: 'choice'; readonly choice: Choice } | { readonly kind: 'spoilt' };

const SPOILT: Opened = { kind: 'spoilt' };

/** Opens one sealed choice. Whatever somebody put into the box, it never stops the count. */
export function openChoice(sodium: Sodium, key: MeetingKey, { motionId, sealed }: { motionId: string; sealed: string }): Opened {
  const value = contentOf(sodium, key, sealed);
  if (typeof value !== 'object' || value === null || !('choice' in value) || !('motionId' in value)) return SPOILT;
  return value.motionId === motionId && isChoice(value.choice) ? { kind: 'choice', choice: value.choice.toSorted() } : SPOILT;
}

function contentOf(sodium: Sodium, { publicKey, privateKey }: MeetingKey, sealed: string): unknown {
  try {
    const bytes = sodium.from_base64(sealed, sodium.base64_variants.URLSAFE_NO_PADDING);
    const padded = sodium.crypto_box_seal_open(bytes, publicKey, privateKey);
    return JSON.parse(sodium.to_string(sodium.unpad(padded, PADDED_BYTES)));
  } catch {
    return undefined;
  }
}
