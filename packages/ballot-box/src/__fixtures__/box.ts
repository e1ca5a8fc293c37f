import { drawKey, drawSlips, loadSodium, markOf, sealChoice, type CastBallot, type Choice, type Sodium } from '..';

/** Bytes of a counter that are hashed: the same in every run. */
export function foreseeable(sodium: Sodium, seed: string): (length: number) => Uint8Array {
  let next = 0;
  return (length) => sodium.crypto_hash(`${seed} ${next++}`).slice(0, length);
}

/** A meeting whose slips are drawn and whose key is on paper. */
export async function aMeeting(voters: number) {
  const sodium = await loadSodium();
  const slips = drawSlips(sodium, { meetingId: 'm1', count: voters, randomBytes: foreseeable(sodium, 'slips') });
  const key = await drawKey(sodium);
  const cast = (code: string, choice: Choice, motionId = 'q1'): CastBallot => ({
    mark: markOf(sodium, motionId, code),
    sealed: sealChoice(sodium, key.publicKey, { motionId, choice }),
  });
  return { sodium, slips, key, cast };
}
