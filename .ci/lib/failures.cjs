'use strict';
// What failed in a run of jest, out of its results as --json writes them.

const LINES = 12; // of a failure's message, so that all of them fit at the end of what is kept of a run
const NOT_PLAYED = 'not played, because this failed'; // what test/e2e/harness/story.ts says of each step after one that failed: it hides the first

/** Says which tests of a run failed and how, where the last lines of a run are all that one sees. */
function tellFailures({ testResults = [] }, print = console.log) {
  const say = (title, message) => tell(print, title, message);
  for (const { name, message, assertionResults } of testResults) {
    const broken = assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName, failureMessages } of broken) say(`${name}: ${fullName}`, failureMessages.join('\n'));
    if (assertionResults.length === 0) say(name, message ?? '');
  }
}

function tell(print, title, message) {
  const plain = message.replace(/\u001b\[\d*m/g, '').trimEnd().split('\n').slice(0, LINES); // prettier-ignore
  if (plain.join('') !== '' && !message.includes(NOT_PLAYED)) print(`\n✕ ${title}\n  ${plain.join('\n  ')}`);
}

/** Splits a run's results: the files that failed, and results without them. */
function withoutFailed(results) {
  const failed = results.testResults.filter(({ status }) => status === 'failed');
  const testResults = results.testResults.filter(({ status }) => status !== 'failed');
  const numPassedTests = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed').length;
  return {
    failedFiles: failed.map(({ name }) => name),
    passed: { ...results, testResults, numPassedTests, numFailedTests: 0, numRuntimeErrorTestSuites: 0 },
  };
}

module.exports = { tellFailures, withoutFailed };
