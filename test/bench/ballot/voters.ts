import { loadSodium, markOf, receiptOf, sealChoice } from '@wuxin/ballot-box';
import type { Host } from './host';
import type { Hall } from './staff';

export const ANSWERS = ['approve', 'oppose', 'abstain'] as const;
type Answer = (typeof ANSWERS)[number];

/** A ballot as a phone has sealed it, before anything is measured. */
export interface Ballot {
  readonly meetingId: string;
  readonly motionId: string;
  readonly code: string;
  readonly answer: Answer;
  readonly sealed: string;
  readonly receipt: string;
}

/** One for each slip; which answer whom is all the same. */
export async function sealedBallots({ meetingId, codes, publicKey }: Hall, motionId: string): Promise<Ballot[]> {
  const sodium = await loadSodium();
  return codes.map((code, index) => {
    const answer = ANSWERS[(index * index) % ANSWERS.length] ?? 'approve';
    const sealed = sealChoice(sodium, publicKey, { motionId, choice: [answer] });
    return { meetingId, motionId, code, answer, sealed, receipt: receiptOf(sodium, markOf(sodium, motionId, code)) };
  });
}

/** How many of each answer there are. */
export const tallyOf = (ballots: readonly Ballot[]): Record<Answer, number> => {
  const count = (answer: Answer) => ballots.filter((ballot) => ballot.answer === answer).length;
  return { approve: count('approve'), oppose: count('oppose'), abstain: count('abstain') };
};

/** @returns milliseconds until the receipt was there. @throws when another answer comes, or none */
export async function cast(host: Host, { meetingId, motionId, code, sealed, receipt }: Ballot): Promise<number> {
  const { url } = await host.address;
  const begun = performance.now();
  const answer = await fetch(`${url}/ballot-box/${meetingId}/cast`, {
    method: 'POST',
    body: JSON.stringify({ motionId, code, sealed }),
  });
  const { data, errors } = (await answer.json()) as {
    data?: { receipt: string };
    errors?: { code: string; data?: { receipt?: string } }[];
  }; // the door's envelope
  const given = data?.receipt ?? errors?.[0]?.data?.receipt;
  if (given !== receipt) throw new Error(`a ballot was answered with ${errors?.[0]?.code ?? 'another receipt'}`);
  return performance.now() - begun;
}

/** All of them, so many at a time. */
export async function castAll(host: Host, ballots: readonly Ballot[], atOnce: number, castOne = cast): Promise<number[]> {
  const taken: number[] = [];
  const waiting = ballots.values();
  const phone = async () => {
    for (const ballot of waiting) taken.push(await castOne(host, ballot));
  };
  await Promise.all(Array.from({ length: atOnce }, phone));
  return taken;
}

/** So many at the same moment each second, whether or not those before are through. */
export async function castInBursts(host: Host, ballots: readonly Ballot[], aSecond: number): Promise<number[]> {
  const begun = performance.now();
  const casts: Promise<number>[] = [];
  for (let first = 0; first < ballots.length; first += aSecond) {
    const due = begun + (first / aSecond) * 1000 - performance.now();
    if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
    casts.push(...ballots.slice(first, first + aSecond).map((ballot) => cast(host, ballot)));
  }
  return Promise.all(casts);
}
