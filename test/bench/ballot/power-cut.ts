import { type Host } from './host';
import { type Staff, type Hall } from './staff';
import { cast, castAll, sealedBallots, type Ballot } from './voters';

const TRIES = 600;
const PAUSE_MS = 200;

export interface PowerCut {
  readonly kills: number;
  readonly lostAnswers: number;
  readonly acknowledged: number;
}

/**
 * Kills the server in the middle of a burst, several times. Whoever got no answer tries again, as the page does.
 *
 * @throws when an acknowledged ballot is not in the box exactly once, or another one is
 */
export async function powerCut(host: Host, staff: Staff, hall: Hall, kills: number): Promise<PowerCut> {
  const motionId = await staff.motion(hall);
  const ballots = await sealedBallots(hall, motionId);
  const [acknowledged, lost] = [new Set<string>(), { answers: 0 }];
  const persistent = async (_: Host, ballot: Ballot): Promise<number> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const taken = await cast(host, ballot);
        acknowledged.add(ballot.receipt);
        return taken;
      } catch (error) {
        if (attempt >= TRIES) throw error;
        lost.answers += 1;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  };
  const voting = castAll(host, ballots, 25, persistent);
  for (let kill = 1; kill <= kills; kill += 1) {
    await until(() => acknowledged.size >= (ballots.length * kill) / (kills + 1));
    await host.killAndRestart();
  }
  await voting;
  const { box } = await staff.decide(hall, motionId);
  const receipts = box?.receipts ?? [];
  const missing = [...acknowledged].filter((receipt) => !receipts.includes(receipt));
  const isOnce = new Set(receipts).size === receipts.length && receipts.length === ballots.length;
  if (missing.length > 0 || !isOnce)
    throw new Error(`${missing.length} acknowledged ballots are missing of ${receipts.length} in the box`);
  return { kills, lostAnswers: lost.answers, acknowledged: acknowledged.size };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
