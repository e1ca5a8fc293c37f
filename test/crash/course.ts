/** What a step is: a kind of history row and its element, or a flow that was taken. */
type Steps = Readonly<Record<string, number>>;

const once = (...steps: readonly string[]): Steps => Object.fromEntries(steps.map((step) => [step, 1]));

/**
 * How often each step of `crash.bpmn` happens in one instance, by process, as its drawing says. An element that is entered and left within
 * one command keeps only its leaving; of three parallel instances and what holds them together there are four.
 */
export const EXPECTED_COURSES: Readonly<Record<string, Steps>> = {
  crash: {
    ...once('caseStarted ', 'instanceStarted crash', 'instanceEnded crash'),
    ...once(
      'elementEntered before',
      'elementEntered check',
      'elementEntered pause',
      'elementEntered receive',
      'elementEntered call',
    ),
    ...once(
      'elementLeft begin',
      'elementLeft before',
      'elementLeft fork',
      'elementLeft check',
      'elementLeft pause',
      'elementLeft send',
    ),
    ...once('elementLeft receive', 'elementLeft call', 'elementLeft join', 'elementLeft end'),
    ...once('timerFired pause', 'messageCaught receive', 'taskCompleted check'),
    ...once('flow f1', 'flow f2', 'flow f3', 'flow f4', 'flow f5', 'flow f6', 'flow f7'),
    ...once('flow f8', 'flow f9', 'flow f10', 'flow f11', 'flow f12', 'flow f13', 'flow f14'),
    'elementEntered vote': 4,
    'taskCompleted vote': 3,
    'elementLeft vote': 4,
    'elementEntered each': 4,
    'elementLeft each': 4,
  },
  called: once(
    'caseStarted ',
    'instanceStarted called',
    'elementLeft cBegin',
    'flow c1',
    'elementEntered inside',
    'elementLeft inside',
    'flow c2',
    'elementLeft cEnd',
    'instanceEnded called',
  ),
};

/** Rows of history that a case and the one that it calls have together: flows that one command takes share a row. */
export const ROWS_PER_CASE = 57;

/** What instances did otherwise than the drawing says; empty when every step happened as often as it should. */
export function unexpectedSteps(courses: readonly { readonly processId: string; readonly steps: Steps }[]): readonly string[] {
  return courses.flatMap(({ processId, steps }) => {
    const expected = EXPECTED_COURSES[processId] ?? {};
    const names = [...new Set([...Object.keys(expected), ...Object.keys(steps)])];
    const differing = names.filter((step) => (steps[step] ?? 0) !== (expected[step] ?? 0));
    return differing.map((step) => `${processId}: ${step.trim()} ×${steps[step] ?? 0} instead of ×${expected[step] ?? 0}`);
  });
}
