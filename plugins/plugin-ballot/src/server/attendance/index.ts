export { arrive, everybodyLeaves, leave, signIn } from './move';
export { arrivalsIn, movementsOf, presentIn } from './presence';
export { signInTicket } from './ticket';
export { attendanceView } from './view';
