import { badInput } from '@wuxin/plugin-bpmn';

/** @throws bad input `objection.reasonMissing` */
export function reasonIn(reason: string): string {
  if (reason.trim() === '') throw badInput('objection.reasonMissing');
  return reason.trim();
}
