import type { RightKey } from '../../common/api';
import type { Actor } from '../runtime/actor';
import { conflict, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { noteSettingChange } from '../setting-changes';
import { withRule } from './effect';
import { changeableRoles, labelOf, rightsOf, rolesOf } from './role-rights';
import { SNIPPET_OF } from './snippets';

export interface GivenRight {
  readonly role: string;
  readonly right: RightKey;
  readonly isGiven: boolean;
}

/**
 * Gives a right to a role, or takes it away, and notes who did. Who may: who manages roles in NocoBase, which the caller has asked. Never:
 * changes other rights of the role, or those of the root user.
 *
 * @throws not found `right.noRole`; conflict `right.included` for what comes with the right on all of it
 * and `right.byPattern` where a rule of the role for many rights at once says otherwise
 */
export async function giveRight(tx: Tx, actor: Actor, { role: name, right, isGiven }: GivenRight): Promise<void> {
  const role = (await changeableRoles(tx)).find((one) => one.get('name') === name);
  if (!role) throw notFound('right.noRole', { role: name });
  const rules = role.get('snippets') ?? [];
  const state = rightsOf(rules)[right];
  if (state === 'included') throw conflict('right.included', { role: labelOf(role) });
  if ((state === 'given') === isGiven) return;
  const changed = withRule(rules, SNIPPET_OF[right], isGiven);
  // a rule such as `!pm.*` is stronger than a name
  if ((rightsOf(changed)[right] !== 'none') !== isGiven) throw conflict('right.byPattern', { role: labelOf(role) });
  await rolesOf(tx.db).update({ filterByTk: name, values: { snippets: changed }, transaction: tx.transaction });
  const kind = isGiven ? 'rightGiven' : 'rightTaken';
  await noteSettingChange(tx, actor, ['rights', name], { kind, right, role: labelOf(role) });
}
