'use strict';
const Sequencer = require('@jest/test-sequencer').default;

/**
 * The longest begin, so that two workers end at about the same time. The screens are the very first of both: on their worker's
 * server everything is still the demonstration's, which the stories change.
 */
const FIRST = [
  'screens.test.ts',
  'screens-english.test.ts',
  'deliberations.test.ts',
  'covenant.test.ts',
  'cycle.test.ts',
  'actions.test.ts',
  'rules.test.ts',
  'designer-covenant.test.ts',
  'packs.test.ts',
  'notices.test.ts',
];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => rank(one) - rank(other) || one.path.localeCompare(other.path));
  }
};

function rank(test) {
  const known = FIRST.findIndex((name) => test.path.endsWith(`/${name}`));
  return known < 0 ? FIRST.length : known;
}
