'use strict';
// node to-play-again.cjs RESULTS.json: prints a pattern for jest of the files that failed, and leaves in RESULTS.json what passed. What
// failed is told on stderr, since a second try that passes leaves nothing of it.
// Prints nothing where nothing is played again: there are no results, or more files failed than passed, which is no hiccup.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const { tellFailures, withoutFailed } = require('./failures.cjs');

const [file] = process.argv.slice(2);
if (!existsSync(file)) process.exit(0);
const results = JSON.parse(readFileSync(file, 'utf8'));
const { failedFiles, passed } = withoutFailed(results);
if (failedFiles.length === 0 || failedFiles.length > passed.testResults.length) process.exit(0);
tellFailures(results, console.error);
writeFileSync(file, JSON.stringify(passed));
process.stdout.write(`(${failedFiles.map((name) => relative(process.cwd(), name)).join('|')})$`);
