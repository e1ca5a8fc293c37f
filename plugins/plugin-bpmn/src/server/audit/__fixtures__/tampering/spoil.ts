/** What spoils rows behind the engine's back, and where to find them: statements for the tests alone. */

export const idsIn = (table: string, id: string) => `SELECT "id" FROM "${table}" WHERE "instanceId" = '${id}'`;
export const tokenAt = (id: string, elementId: string) => `${idsIn('bpmnTokens', id)} AND "elementId" = '${elementId}'`;
export const calledBy = (id: string) => `SELECT "id" FROM "bpmnInstances" WHERE "parentInstanceId" = '${id}'`;
export const instance = (id: string, change: string) => `UPDATE "bpmnInstances" SET ${change} WHERE "id" = '${id}'`;
export const token = (id: string, elementId: string, change: string) =>
  `UPDATE "bpmnTokens" SET ${change} WHERE "instanceId" = '${id}' AND "elementId" = '${elementId}'`;
export const changeHistory = (id: string, sequence: number, change: string) =>
  `UPDATE "bpmnHistory" SET ${change} WHERE "instanceId" = '${id}' AND "sequence" = ${sequence}`;
export const deleteHistory = (id: string, sequence: number) =>
  `DELETE FROM "bpmnHistory" WHERE "instanceId" = '${id}' AND "sequence" = ${sequence}`;
export const removeRows = (table: string, id: string) => `DELETE FROM "${table}" WHERE "instanceId" = '${id}'`;
export const removeTokens = (id: string) => `${removeRows('bpmnTokens', id)}; ${removeRows('bpmnSubscriptions', id)}`;
export const removeToken = (id: string, elementId: string) => `${removeRows('bpmnTokens', id)} AND "elementId" = '${elementId}'`;
export const fireInHistory = (id: string) =>
  `UPDATE "bpmnHistory" SET "kind" = 'timerFired', "elementId" = 'late', "tokenId" =
    (SELECT "tokenId" FROM "bpmnSubscriptions" WHERE "instanceId" = '${id}' AND "kind" = 'timer')
    WHERE "instanceId" = '${id}' AND "sequence" = 2`;
