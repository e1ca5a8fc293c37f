import type { Actor } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { lastSettingChange, noteSettingChange } from '../setting-changes';

/** No name of a role has a colon: it stands among the changes of rights. */
const SETTING = ['rights', ':twoPeople'] as const;

/** Does publishing take two people? Not unless somebody says so. The changes of the setting are the setting. */
export async function asksForTwo(tx: Tx): Promise<boolean> {
  return (await lastSettingChange(tx, SETTING))?.kind === 'twoPeopleAsked';
}

/** From now on nobody publishes alone what they changed, or they may again. Who may: who gives rights, which the caller has asked. */
export async function askForTwo(tx: Tx, actor: Actor, isAsked: boolean): Promise<void> {
  if ((await asksForTwo(tx)) === isAsked) return;
  await noteSettingChange(tx, actor, SETTING, { kind: isAsked ? 'twoPeopleAsked' : 'twoPeopleNotAsked' });
}
