import { badInput } from '@wuxin/plugin-bpmn';

/** @throws bad input `ballot.reasonMissing` */
export function reasonIn(reason: string): string {
  if (reason.trim() === '') throw badInput('ballot.reasonMissing');
  return reason.trim();
}
