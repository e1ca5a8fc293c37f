'use strict';
// node count.cjs RESULTS FAILED_SECTIONS: adds up what the sections counted and prints the closing line of the run.
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { tellFailures } = require('./failures.cjs');

const [results, failedSections] = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const name of readdirSync(results).filter((file) => file.endsWith('.json'))) {
  const result = JSON.parse(readFileSync(join(results, name), 'utf8'));
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = result;
  passed += numPassedTests;
  failed += numFailedTests + numRuntimeErrorTestSuites;
  if (numFailedTests + numRuntimeErrorTestSuites > 0) tellFailures(result);
}

const scenarios = join(results, 'scenarios.txt');
const closing = existsSync(scenarios) && /^(\d+) passed, (\d+) failed$/m.exec(readFileSync(scenarios, 'utf8'));
if (closing) {
  passed += Number(closing[1]);
  failed += Number(closing[2]);
}

// A section can fail without a failed test, as lint does: the closing line says so too.
console.log(`${passed} passed, ${Math.max(failed, Number(failedSections))} failed`);
