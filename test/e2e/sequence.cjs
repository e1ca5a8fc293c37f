'use strict';
const Sequencer = require('@jest/test-sequencer').default;

const isScreens = ({ path }) => path.endsWith('screens.test.ts');

/** The screens come first, while everything on them is the demonstration's: the stories change it. */
module.exports = class ScreensFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort(
      (one, other) => Number(isScreens(other)) - Number(isScreens(one)) || one.path.localeCompare(other.path),
    );
  }
};
