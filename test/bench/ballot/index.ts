import { postgresDatabase } from '../databases';
import { figure, percentile } from '../figures';
import type { Report } from '../report';
import { Host } from './host';
import { powerCut, type PowerCut } from './power-cut';
import { Staff } from './staff';
import { ANSWERS, castAll, castInBursts, sealedBallots, tallyOf } from './voters';

interface Sizes {
  readonly voters: number;
  readonly kills: number;
  readonly meetings: number;
  readonly households: number;
}

const BURST = 50;
/** 268,600 households over 1,364 meetings are 197 each, but for some 108 of them. */
const LONG: Sizes = { voters: 5_000, kills: 5, meetings: 1_364, households: 268_600 };
const SHORT: Sizes = { voters: 100, kills: 1, meetings: 3, households: 40 };

/** What one server takes of secret votes on phones, over HTTP, with every ballot sealed. */
export async function benchBallot(isShort: boolean): Promise<Report> {
  const database = await postgresDatabase();
  if (!database) throw new Error('this benchmark needs PostgreSQL: its programs, or DB_* that name a database');
  const sizes = isShort ? SHORT : LONG;
  const host = new Host(database);
  const staff = new Staff(host, database);
  try {
    const hall = await staff.meeting(sizes.voters);
    const rows = [];
    for (const [name, castThem] of [
      [`bursts of ${BURST} each second`, castInBursts],
      [`as fast as ${BURST} phones can`, castAll],
    ] as const) {
      const motionId = await staff.motion(hall);
      const ballots = await sealedBallots(hall, motionId);
      const begun = performance.now();
      const taken = await castThem(host, ballots, BURST);
      const seconds = (performance.now() - begun) / 1000;
      assertCounted((await staff.decide(hall, motionId)).counted, tallyOf(ballots));
      rows.push([
        name,
        figure(ballots.length),
        figure(seconds),
        figure(ballots.length / seconds),
        ...[0.5, 0.95, 1].map((share) => figure(percentile(taken, share))),
      ]);
    }
    const cut = await powerCut(host, staff, hall, sizes.kills);
    const many = await manyMeetings(host, staff, sizes);
    return reportOf(database.version, rows, cut, many);
  } finally {
    await host.stop();
    database.stop();
  }
}

interface Many {
  readonly meetings: number;
  readonly ballots: number;
  readonly seconds: number;
}

/** One meeting after the other; every counter is compared with what was cast. */
async function manyMeetings(host: Host, staff: Staff, { meetings, households }: Sizes): Promise<Many> {
  const begun = performance.now();
  let ballotsCast = 0;
  for (let index = 0; index < meetings; index += 1) {
    const own = Math.floor((households * (index + 1)) / meetings) - Math.floor((households * index) / meetings);
    const hall = await staff.meeting(own);
    const motionId = await staff.motion(hall);
    const ballots = await sealedBallots(hall, motionId);
    await castAll(host, ballots, BURST);
    assertCounted((await staff.decide(hall, motionId)).counted, tallyOf(ballots));
    ballotsCast += ballots.length;
  }
  return { meetings, ballots: ballotsCast, seconds: (performance.now() - begun) / 1000 };
}

function assertCounted(counted: Readonly<Record<string, unknown>>, cast: ReturnType<typeof tallyOf>): void {
  for (const answer of ANSWERS) {
    if (counted[answer] !== cast[answer]) throw new Error(`${answer}: ${String(counted[answer])} counted, ${cast[answer]} cast`);
  }
}

const reportOf = (version: string, rows: string[][], cut: PowerCut, many: Many): Report => ({
  name: 'ballot',
  title: 'Secret votes on phones',
  command: 'npm run bench -- ballot --write',
  intro: `Phones cast over HTTP at one server; every ballot is sealed, and the client and the server share this machine. Every count is compared with what was
cast, and counted again from the stored rows.`,
  versions: [version, 'NocoBase 2.2.15'],
  tables: [
    { title: 'One meeting', columns: ['', 'ballots', 'seconds', 'a second', 'p50 ms', 'p95', 'most'], rows },
    {
      title: 'The server is killed in the middle',
      columns: ['kills', 'answers that were lost', 'acknowledged ballots, each in the box once'],
      rows: [[cut.kills, cut.lostAnswers, cut.acknowledged].map((count) => count.toLocaleString('en-US'))],
    },
    {
      title: 'Many meetings, with everything that their desks do',
      columns: ['meetings', 'ballots, every counter equal to a recount', 'minutes'],
      rows: [[many.meetings.toLocaleString('en-US'), many.ballots.toLocaleString('en-US'), figure(many.seconds / 60)]],
    },
  ],
});
