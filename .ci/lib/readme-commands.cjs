'use strict';
// Runs every command that the READMEs show, so that none of them is out of date. Those that a section of .ci/run runs by
// itself are named here with it.
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');

const RUN_ELSEWHERE = {
  'npm start': 'browser',
  'npm test': 'test',
  'npm run pack': 'packages',
};

/** `tally` ends with 1 when it refuses a case, and its examples show two refusals. */
const ENDS_WITH = { 'npm run tally -- packages/ballot-core/examples/cases.json': 1 };

const commandsOf = (file) =>
  [...readFileSync(file, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block]) => block.trim().split('\n'));

const commands = commandsOf('README.md');
assert.notEqual(commands.length, 0);
assert.deepEqual(commandsOf('README.zh-CN.md'), commands, 'both READMEs show the same commands');

for (const command of commands.filter((line) => !(line in RUN_ELSEWHERE))) {
  console.log(`$ ${command}`);
  const { status } = spawnSync('bash', ['-euo', 'pipefail', '-c', command], { stdio: ['ignore', 'inherit', 'inherit'] });
  assert.equal(status, ENDS_WITH[command] ?? 0, command);
}
