export { acceptObjection, refuseObjection, setAgainst } from './acceptance';
export { answerObjection, recordHearing } from './answer';
export { appealByCode, appealObjection, closeAnswered, reconsiderObjection } from './appeal';
export { answerByCode } from './by-code';
export { objectionsTo, outcomeOf } from './closing';
export { objectionAnswered, objectionJournal } from './invariants';
export { registerObjectionJobs } from './jobs';
export { listObjections, placeRefs } from './list';
export { numbersAt, seedObjectionParameters } from './parameters';
export {
  affectedStepsOf,
  higherDecidersOf,
  type NoticeCorrection,
  noticeCorrections,
  noticeReopenings,
  noticeSettled,
  type SettledNotice,
} from './ports';
export { reasonIn } from './reason';
export { receiveAtDesk, receiveFromWall, type WallObjection } from './receive';
export { revealObjector, revealScan } from './reveal';
export { openObjections } from './store';
export { listTaking } from './taking';
export { viewObjection } from './view';
