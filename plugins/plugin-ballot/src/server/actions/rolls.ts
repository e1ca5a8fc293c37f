import { arrive, leave, signIn } from '../attendance';
import { changesOfRoll, rollEntries, ticketOnWall } from '../desk';
import { confirmChange, enterRoll, fillRoll, freezeRoll, proposeChange, refuseChange, removeEntries } from '../rolls';
import { ballotAction, reading, writing } from './define';
import * as Input from './inputs';

export const rollActions = {
  'ballotRolls:entries': reading(Input.EntriesAsked, (tx, who, { id, ...asked }) => rollEntries(tx, who, id, asked)),
  'ballotRolls:changes': reading(Input.One, (tx, who, { id }, { locale }) => changesOfRoll(tx, who, id, locale)),
  'ballotRolls:fill': ballotAction(Input.FillRoll, (request, { id, ...body }) => fillRoll(request, id, body)),
  'ballotRolls:enter': writing(Input.EnterRoll, (tx, who, { id, ...body }) => enterRoll(tx, who, id, body)),
  'ballotRolls:remove': writing(Input.Entries, (tx, who, { id, entryIds }) => removeEntries(tx, who, id, entryIds)),
  'ballotRolls:freeze': writing(Input.One, (tx, who, { id }) => freezeRoll(tx, who, id)),
  'ballotRolls:proposeChange': writing(Input.RollChange, (tx, who, { id, ...body }) => proposeChange(tx, who, id, body)),
  'ballotRolls:confirmChange': writing(Input.DecideChange, (tx, who, { id, change }) => confirmChange(tx, who, id, change)),
  'ballotRolls:refuseChange': writing(Input.DecideChange, (tx, who, { id, change }) => refuseChange(tx, who, id, change)),
};

export const attendanceActions = {
  'ballotAttendance:arrive': writing(Input.Movement, (tx, who, { id, ...body }) => arrive(tx, who, id, body)),
  'ballotAttendance:leave': writing(Input.Movement, (tx, who, { id, ...body }) => leave(tx, who, id, body)),
  'ballotAttendance:signIn': writing(Input.SignIn, (tx, who, { id, ticket }) => signIn(tx, who, id, ticket)),
  'ballotAttendance:ticket': reading(Input.One, (tx, who, { id }) => ticketOnWall(tx, who, id)),
};
