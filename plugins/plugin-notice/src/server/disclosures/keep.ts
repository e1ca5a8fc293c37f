import { badInput, parametersInForce, type Tx } from '@wuxin/plugin-bpmn';

/** 公开张贴期: `pub.keep_days` of the domain specification. */
const KEEP_PARAMETER = 'notice.disclosure_days';

/** For how many days a disclosure stays public at a place: what its duty says, and never less than the parameter. */
export async function keepDaysAt(tx: Tx, keepDays: number | null, placeId: string): Promise<number> {
  const found = (await parametersInForce(tx, [KEEP_PARAMETER], placeId)).get(KEEP_PARAMETER);
  return Math.max(keepDays ?? 0, Number(found?.value ?? 0));
}

/** @throws bad input: fewer days than the floor of the parameter */
export async function assertKeepDays(tx: Tx, keepDays: number | null, placeId: string | null): Promise<void> {
  if (keepDays === null) return;
  const found = (await parametersInForce(tx, [KEEP_PARAMETER], placeId)).get(KEEP_PARAMETER);
  const floor = Number(found?.definition.floor ?? 0);
  if (keepDays < floor || keepDays > 366) throw badInput('disclosure.keepDays', { days: floor });
}
