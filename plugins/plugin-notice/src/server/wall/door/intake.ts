import { dayInWords, type WallOptions } from '@wuxin/notice-wall';
import { badInput, BpmnError, engineOf, keyedDigest, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { Database } from '@nocobase/database';
import type { IncomingMessage } from 'node:http';
import type { ObjectionAnswer, OpinionAnswer } from '../../../common/api';
import { RateLimit } from '../../intake';
import { answerByCode, receiveFromWall } from '../../objections';
import { opinionByCode, receiveOpinionFromWall } from '../../opinions';
import { tables } from '../../store';
import { headerOf, sourceOf, type Answer } from './exchange';
import { formOf } from './form';
import { say, told } from './pages';

const TOKEN = /^[A-Za-z0-9_-]{20,64}$/;
const MINUTE_MS = 60_000;
/** Codes are not guessed; whoever tries is slowed down all the same. */
const CODES = { windowMs: 10 * MINUTE_MS, perSource: 20, perNotice: 2_000, keysKept: 10_000 };

/** What the wall takes: objections and opinions, and codes that ask for their answers. Nothing of it comes to a log. */
export class Intake {
  private readonly sent = new RateLimit();
  private readonly asked = new RateLimit(CODES);

  constructor(private readonly db: Database) {}

  /** @throws what the form, the limit and the areas refuse */
  async receive(request: IncomingMessage, options: WallOptions): Promise<Answer> {
    assertFromHere(request, options);
    const fields = await formOf(request);
    const wallToken = fields.get('notice') ?? '';
    if (!TOKEN.test(wallToken)) throw notFound('notice.wallNothing');
    this.assertSeldom(this.sent, request, wallToken);
    const given = {
      wallToken,
      text: fields.get('text') ?? '',
      name: fields.get('name') ?? '',
      contact: fields.get('contact') ?? '',
      honeypot: fields.get('website') ?? '',
    };
    const people = peopleIn(fields.get('people'));
    const { number, code } = await engineOf(this.db).writeUnlogged(async (tx) =>
      (await asksForOpinions(tx, wallToken)) ? receiveOpinionFromWall(tx, given) : receiveFromWall(tx, { ...given, people }),
    );
    engineOf(this.db).poke();
    const word = (key: string) => say(options, `notice.wall.received.${key}`);
    const facts = [[word('number'), number] as const, [word('code'), code] as const];
    return told(options, 200, { title: word('title'), lines: [word('keep'), word('next')], facts, noticeId: wallToken });
  }

  /** @throws what the form, the limit and the areas refuse */
  async answer(request: IncomingMessage, options: WallOptions): Promise<Answer> {
    assertFromHere(request, options);
    const code = (await formOf(request)).get('code')?.trim() ?? '';
    if (code === '' || code.length > 40) throw notFound('notice.wallCodeUnknown');
    this.assertSeldom(this.asked, request, 'answers');
    const facts = await engineOf(this.db).writeUnlogged(async (tx) => factsOf(options, tx, code));
    return told(options, 200, { title: say(options, 'notice.wall.answer.title'), lines: [], facts });
  }

  private assertSeldom(limit: RateLimit, request: IncomingMessage, about: string): void {
    const source = keyedDigest('notice.wall', sourceOf(request));
    if (!limit.allow(source, about, engineOf(this.db).clock.now())) throw new BpmnError('notice.wallTooMany', 429);
  }
}

/** With no session there is nothing to forge; what another site sends is no resident's own form. */
function assertFromHere(request: IncomingMessage, { responsesAt }: WallOptions): void {
  const isElsewhere = responsesAt?.startsWith('http') === true;
  if (!isElsewhere && headerOf(request, 'sec-fetch-site') === 'cross-site') throw new BpmnError('notice.wallCrossSite', 403);
}

function peopleIn(given: string | undefined): number {
  const text = given?.trim() ?? '';
  if (text === '') return 1;
  if (!/^\d{1,5}$/.test(text)) throw badInput('notice.wallPeople');
  return Number(text);
}

async function asksForOpinions(tx: Tx, wallToken: string): Promise<boolean> {
  const notice = await tables.notices.find(tx, { wallToken });
  return (
    notice !== undefined &&
    (await tables.collections.count(tx, { noticeId: notice.id, status: ['open', 'sorting', 'closed'] })) > 0
  );
}

type Facts = (readonly [string, string])[];

/** Nothing of the notice: perhaps it was taken down for what it said. */
async function factsOf(options: WallOptions, tx: Tx, code: string): Promise<Facts> {
  const objection = await unless404(answerByCode(tx, code));
  if (objection) return objectionFacts(options, objection);
  const opinion = await unless404(opinionByCode(tx, code));
  if (opinion) return opinionFacts(options, opinion);
  throw notFound('notice.wallCodeUnknown');
}

async function unless404<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BpmnError && error.status === 404) return undefined;
    throw error;
  }
}

const withoutBlanks = (rows: readonly (readonly [string, string | null])[]): Facts =>
  rows.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));

function objectionFacts(options: WallOptions, answer: ObjectionAnswer): Facts {
  const word = (key: string) => say(options, `notice.wall.answer.${key}`);
  const day = (one: string | null) => one && dayInWords(options.locale, one);
  const { decision, reconsideration } = answer;
  return withoutBlanks([
    [word('number'), answer.number],
    [word('receivedOn'), day(answer.receivedOn)],
    [word('status'), word(`status.${answer.status}`)],
    [word('decision'), decision && word(`decision.${decision}`)],
    [word('answer'), answer.answer],
    [word('answeredOn'), day(answer.answeredOn)],
    [word('appealUntil'), day(answer.appealUntil)],
    [word('reconsideration'), reconsideration && word(`reconsideration.${reconsideration}`)],
    [word('reconsiderationText'), answer.reconsiderationText],
    [word('closedOn'), day(answer.closedOn)],
  ]);
}

function opinionFacts(options: WallOptions, answer: OpinionAnswer): Facts {
  const word = (key: string) => say(options, `notice.wall.answer.${key}`);
  return withoutBlanks([
    [word('number'), String(answer.number)],
    [word('receivedOn'), dayInWords(options.locale, answer.receivedOn)],
    [word('status'), word(`opinion.${answer.status}`)],
    [word('answer'), answer.reason],
  ]);
}
