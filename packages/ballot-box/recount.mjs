// Counts a vote again with nothing but Node: `node packages/ballot-box/recount.mjs FILE [RECEIPT]`.
//
// FILE is JSON: the export of a decided motion (of any way: hands, roll-call, paper, phones, both), or what is published of an opened box:
// { motionId, publicKey, receipts, choices, head }. With a RECEIPT it says whether the list has it. It prints what it counted and whatever does not fit;
// the exit code is 1 when something does not.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [file, receipt] = process.argv.slice(2);
if (!file) {
  console.error('usage: node recount.mjs FILE [RECEIPT]');
  process.exit(2);
}
const given = JSON.parse(readFileSync(file, 'utf8'));
const isExport = given.schema === 1;
const box = isExport ? given.box && { ...given.box, motionId: given.motion.id } : given;
const problems = [];
const expect = (holds, problem) => holds || problems.push(problem);

// --- The box: the head is a chain over both lists; see README.md.
const digest = (text) => createHash('sha512').update(text, 'utf8').digest('hex').slice(0, 64);
function openedBox({ motionId, publicKey, receipts, choices, head: published }) {
  const lines = [...receipts.map((one) => `receipt ${one}`), ...choices.map((choice) => `choice ${JSON.stringify(choice)}`)];
  const head = lines.reduce((link, line) => digest(`${link}\n${line}`), digest(`wuxin:box:1|${motionId}|${publicKey}`));
  const marks = {};
  for (const mark of choices.flatMap((choice) => choice ?? [])) marks[mark] = (marks[mark] ?? 0) + 1;
  const blank = choices.filter((choice) => choice?.length === 0).length;
  const spoilt = choices.filter((choice) => choice === null).length;
  expect(head === published, `the head is ${head}, not ${published}`);
  expect(receipts.length === choices.length, `${receipts.length} receipts, but ${choices.length} choices`);
  expect(new Set(receipts).size === receipts.length, 'a receipt is on the list twice');
  return { ballots: choices.length, marks, blank, spoilt, head };
}

// --- Ballots as numbers: one answer, or at most as many candidates as there are seats; anything else is invalid.
const ANSWERS = ['approve', 'oppose', 'abstain'];
function ofBox({ choices }, { candidates, seats }) {
  const offered = candidates ? candidates.map(({ id }) => id) : ANSWERS;
  const isFit = (choice) =>
    choice !== null && choice.length <= (candidates ? seats : 1) && choice.every((mark) => offered.includes(mark));
  const fit = choices.filter(isFit);
  const votes = Object.fromEntries(offered.map((mark) => [mark, fit.filter((choice) => choice.includes(mark)).length]));
  return {
    ...votes,
    recovered: choices.length,
    invalid: choices.length - fit.length,
    blank: fit.filter(({ length }) => length === 0).length,
  };
}
const ofSheet = ({ counts }) => ({
  ...counts,
  ...Object.fromEntries((counts.candidates ?? []).map(({ id, approve }) => [id, approve])),
});
const ofCalls = (votes) =>
  Object.fromEntries(ANSWERS.map((answer) => [answer, votes.filter((one) => one.answer === answer).length]));
const PARTS = [...ANSWERS, 'blank', 'invalid', 'recovered'];
function sum(all, names) {
  const known = names.filter((name) => all.some((one) => typeof one[name] === 'number'));
  return Object.fromEntries(known.map((name) => [name, all.reduce((total, one) => total + (one[name] ?? 0), 0)]));
}

function recounted({ motion, counts, sheets, votes, result }) {
  const names = [...PARTS, ...(counts.candidates ?? []).map(({ id }) => id)];
  const [first, ...others] = sheets.map(ofSheet);
  for (const other of others)
    expect(JSON.stringify(sum([first], names)) === JSON.stringify(sum([other], names)), 'the two count sheets differ');
  const parts = [...(box ? [ofBox(box, counts)] : []), ...(first ? [first] : []), ...(votes ? [ofCalls(votes)] : [])];
  const counted = sum(parts, names);
  const stated = { ...counts, ...Object.fromEntries((counts.candidates ?? []).map(({ id, approve }) => [id, approve])) };
  for (const [name, number] of Object.entries(counted))
    expect((stated[name] ?? 0) === number, `${name}: ${number}, not ${stated[name] ?? 0}`);
  for (const reason of result.reasons) checkReason(reason, stated);
  return { way: motion.way, counted, decided: result.decided };
}

// --- Every share that decided: are its numbers those of the counts, and is it met as the result says?
function checkReason({ code, clause, count, got, baseName, base, leftOut = [], operator, num, den, candidate }, stated) {
  if (num === undefined) return;
  const name = candidate ?? count;
  const is = typeof stated[name] === 'number' ? stated[name] : got;
  expect(is === got, `${clause}: ${name} is ${is}, not ${got}`);
  if (typeof stated[baseName] === 'number') {
    const rest = stated[baseName] - leftOut.reduce((total, part) => total + (stated[part] ?? 0), 0);
    expect(rest === base, `${clause}: ${baseName} is ${rest}, not ${base}`);
  }
  if (typeof got !== 'number' || typeof base !== 'number') return; // areas are text
  const isMet = operator === 'atLeast' ? got * den >= base * num : got * den > base * num;
  expect(isMet === code.endsWith('.met'), `${clause}: ${got} of ${base} is ${isMet ? '' : 'not '}enough for ${num}/${den}`);
}

const opened = box ? openedBox(box) : undefined;
const vote = isExport ? recounted(given) : {};
if (receipt !== undefined) expect(box?.receipts.includes(receipt), `${receipt} is not on the list`);
console.log(JSON.stringify({ ...opened, ...vote, problems }));
process.exit(problems.length > 0 ? 1 : 0);
