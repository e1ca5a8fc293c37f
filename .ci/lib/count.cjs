'use strict';
// node count.cjs RESULTS FAILED_SECTIONS: adds up what the sections counted and prints the closing line of the run.
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const LINES = 12; // of a failure's message, so that all of them fit at the end of what is kept of a run

const [results, failedSections] = process.argv.slice(2);
let passed = 0;
let failed = 0;

/** Which tests failed and how, where the last lines of a run are all that one sees. */
function tell({ testResults = [] }) {
  for (const { name, message, assertionResults } of testResults) {
    const broken = assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName, failureMessages } of broken) say(`${name}: ${fullName}`, failureMessages.join('\n'));
    if (broken.length === 0 && assertionResults.length === 0) say(name, message ?? '');
  }
}

function say(title, message) {
  const plain = message.replace(/\u001b\[\d*m/g, '').trimEnd().split('\n').slice(0, LINES); // prettier-ignore
  if (plain.join('') !== '') console.log(`\n✕ ${title}\n  ${plain.join('\n  ')}`);
}

for (const name of readdirSync(results).filter((file) => file.endsWith('.json'))) {
  const result = JSON.parse(readFileSync(join(results, name), 'utf8'));
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = result;
  passed += numPassedTests;
  failed += numFailedTests + numRuntimeErrorTestSuites;
  if (numFailedTests + numRuntimeErrorTestSuites > 0) tell(result);
}

const scenarios = join(results, 'scenarios.txt');
const closing = existsSync(scenarios) && /^(\d+) passed, (\d+) failed$/m.exec(readFileSync(scenarios, 'utf8'));
if (closing) {
  passed += Number(closing[1]);
  failed += Number(closing[2]);
}

// A section can fail without a failed test, as lint does: the closing line says so too.
console.log(`${passed} passed, ${Math.max(failed, Number(failedSections))} failed`);
