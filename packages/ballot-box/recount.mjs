// Counts a published box again with nothing but Node: `node packages/ballot-box/recount.mjs FILE [RECEIPT]`.
// FILE is the JSON that was published with the result: { motionId, publicKey, receipts, choices, head }. With a RECEIPT it says whether the list has it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [file, receipt] = process.argv.slice(2);
if (!file) {
  console.error('usage: node recount.mjs FILE [RECEIPT]');
  process.exit(2);
}
const { motionId, publicKey, receipts, choices, head } = JSON.parse(readFileSync(file, 'utf8'));
const digest = (text) => createHash('sha512').update(text, 'utf8').digest('hex').slice(0, 64);

const lines = [...receipts.map((one) => `receipt ${one}`), ...choices.map((choice) => `choice ${JSON.stringify(choice)}`)];
const computed = lines.reduce((link, line) => digest(`${link}\n${line}`), digest(`wuxin:box:1|${motionId}|${publicKey}`));

const marks = {};
for (const mark of choices.flatMap((choice) => choice ?? [])) marks[mark] = (marks[mark] ?? 0) + 1;
const blank = choices.filter((choice) => choice?.length === 0).length;
const spoilt = choices.filter((choice) => choice === null).length;
const problems = [
  ...(computed === head ? [] : [`the head is ${computed}, not ${head}`]),
  ...(receipts.length === choices.length ? [] : [`${receipts.length} receipts, but ${choices.length} choices`]),
  ...(new Set(receipts).size === receipts.length ? [] : ['a receipt is on the list twice']),
  ...(receipt === undefined || receipts.includes(receipt) ? [] : [`${receipt} is not on the list`]),
];
console.log(JSON.stringify({ ballots: choices.length, marks, blank, spoilt, head: computed, problems }));
process.exit(problems.length > 0 ? 1 : 0);
