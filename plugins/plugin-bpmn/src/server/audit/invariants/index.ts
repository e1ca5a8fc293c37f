import type { Invariant } from '../types';
import { calledOnce } from './called-once';
import { caseDeadline } from './case-deadline';
import { caseEndedIsEmpty } from './case-ended-is-empty';
import { caseGoesOn } from './case-goes-on';
import { casePlace } from './case-place';
import { historyChain } from './history-chain';
import { incidentSubject } from './incident-subject';
import { jobAttempts } from './job-attempts';
import { jobToken } from './job-token';
import { joinConsumed } from './join-consumed';
import { keysUnique } from './keys-unique';
import { ratingCounted } from './rating-counted';
import { rowsOwner } from './rows-owner';
import { taskActor } from './task-actor';
import { taskClock } from './task-clock';
import { taskCentreCounts } from './task-centre-counts';
import { taskDoneBy } from './task-done-by';
import { taskDoneOnce } from './task-done-once';
import { taskToken } from './task-token';
import { timerOnce } from './timer-once';
import { tokenCounters } from './token-counters';
import { tokenElement } from './token-element';
import { tokenTree } from './token-tree';

/** What must hold for the tables of this plugin. */
export const builtInInvariants: readonly Invariant[] = [
  historyChain,
  caseGoesOn,
  caseEndedIsEmpty,
  caseDeadline,
  casePlace,
  tokenElement,
  tokenTree,
  tokenCounters,
  joinConsumed,
  taskToken,
  taskClock,
  taskActor,
  taskDoneOnce,
  taskDoneBy,
  jobToken,
  timerOnce,
  incidentSubject,
  calledOnce,
  ratingCounted,
  rowsOwner,
  keysUnique,
  jobAttempts,
  taskCentreCounts,
];
