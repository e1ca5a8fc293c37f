import { feasibility, mismatchesOf, outlook, parseRule, type Rule } from '@wuxin/ballot-core';
import type { CountSheet, MeetingPost, MotionView, RollCallRow } from '../../common/api';
import { mayDo } from '../acts';
import { shownBox } from '../box';
import type { Who } from '../rights';
import { isReady, titleOf } from '../rules';
import type { MeetingRecord, MotionRecord, RollRecord, SheetRecord } from '../store';
import { judgedCounts, votesOfAnswers } from './counts';
import { attendedCounts, votersIn, type Rows } from './electorate';
import { nextRoundOf } from './next-round';
import { isOfPhones } from './phones';

export interface Viewed {
  readonly who: Who;
  readonly posts: readonly MeetingPost[];
  readonly meeting: MeetingRecord;
  readonly roll: RollRecord | null;
  readonly now: number;
  /** Rules as they are now, for motions that wait. */
  readonly rules: ReadonlyMap<string, Rule>;
}

interface Shown {
  readonly rows: Rows;
  readonly sheets: readonly SheetRecord[];
  /** Ballots of phones. */
  readonly inBox: number;
}

/** A motion as the desk shows it. */
export function motionView(viewed: Viewed, motion: MotionRecord, { rows, sheets, inBox }: Shown): MotionView {
  const { who, posts, meeting, roll, now } = viewed;
  const rule = motion.rule === null ? viewed.rules.get(motion.ruleKey) : parseRule(motion.rule);
  const names = new Map(rows.entries.map(({ id, name }) => [id, name]));
  const own = who.actor.userId;
  const hasCounted = sheets.some(({ attempt, tellerId }) => attempt === motion.attempt && tellerId === own);
  const may = mayDo(who, posts, { meeting, roll, motion }).filter(
    (name) => (name !== 'ballotMotions:count' || !hasCounted) && (name !== 'ballotBoxes:openBox' || motion.box === null),
  );
  const next = nextRoundOf(motion)?.kind ?? null;
  return {
    id: motion.id,
    number: motion.number,
    round: motion.round,
    title: motion.title,
    text: motion.text,
    ruleKey: motion.ruleKey,
    ruleTitle: rule ? titleOf(rule) : { 'zh-CN': motion.ruleKey, 'en-US': motion.ruleKey },
    way: motion.way,
    secrecy: motion.secrecy,
    status: motion.status,
    candidates: motion.candidates.map(({ id, name }) => ({ id, name: name ?? id })),
    seats: motion.seats,
    recused: rows.recusals.map(({ entryId, reason }) => ({ entryId, name: names.get(entryId) ?? '', reason })),
    openedAt: motion.openedAt,
    closesAt: motion.closesAt,
    closedAt: motion.closedAt,
    counted: motion.counted,
    ...livelyOf(rule, motion, rows, now),
    sheets: posts.length > 0 || who.isAdministrator ? sheetViews(sheets, motion, own) : [],
    box: isOfPhones(motion) && motion.openedAt !== null ? shownBox(motion, inBox) : null,
    result: motion.result,
    nextRound: next,
    decidedAt: motion.decidedAt,
    decidedBy: motion.decidedById === null ? null : { id: motion.decidedById, name: motion.decidedByName ?? '' },
    may: may.filter((name) => name !== 'ballotMotions:nextRound' || next !== null),
  };
}

type Lively = Pick<MotionView, 'attended' | 'feasibility' | 'outlook' | 'progress' | 'rollCall'>;

/** What changes while people vote. */
function livelyOf(rule: Rule | undefined, motion: MotionRecord, rows: Rows, now: number): Lively {
  const at = motion.closedAt ?? now;
  const isOfNow = motion.status === 'waiting' || motion.status === 'open';
  const attended = rule && isReady(rule) ? attendedCounts(rule, rows, { motion, at }) : undefined;
  const isRollCall = motion.way === 'rollCall' && motion.status !== 'waiting' && motion.status !== 'withdrawn';
  const voters = rule && isRollCall ? votersIn(rule, rows, { motion, at }) : [];
  const answers = rows.answers.map(({ answer }) => answer);
  const isAnswering = isRollCall && motion.status === 'open' && attended !== undefined && rule !== undefined;
  const isUnderWay = motion.status === 'open' || motion.status === 'counting';
  return {
    attended: (isUnderWay && attended) || null,
    feasibility: rule && attended && isOfNow ? feasibility(rule, attended) : null,
    outlook: isAnswering ? (outlook(rule, answered(rule, attended, motion, answers)) ?? null) : null,
    progress: isRollCall ? { expected: voters.length, voted: answers.length } : null,
    rollCall: isRollCall ? rollCallRows(voters, rows) : null,
  };
}

/** Without those who have not answered yet: they are still to come. */
function answered(rule: Rule, attended: object, motion: MotionRecord, answers: Parameters<typeof votesOfAnswers>[0]) {
  const { notVoting: _, ...counts } = judgedCounts(rule, attended, votesOfAnswers(answers), motion);
  return counts;
}

function rollCallRows(voters: Rows['entries'], { answers }: Rows): RollCallRow[] {
  const given = new Map(answers.map(({ entryId, answer }) => [entryId, answer]));
  return voters.map(({ id, name }) => ({ entryId: id, name, answer: given.get(id) ?? null }));
}

/** While the other one has not counted, nobody but the teller sees what was counted. */
function sheetViews(sheets: readonly SheetRecord[], { status }: MotionRecord, own: number): CountSheet[] {
  return sheets.map(({ attempt, tellerId, tellerName, counts, at }) => {
    const other = sheets.find((one) => one.attempt === attempt && one.tellerId !== tellerId);
    const isShown = other !== undefined || tellerId === own || status !== 'counting';
    return {
      attempt,
      teller: { id: tellerId, name: tellerName },
      counts: isShown ? counts : null,
      at,
      mismatches: other ? mismatchesOf(counts, other.counts) : [],
    };
  });
}
