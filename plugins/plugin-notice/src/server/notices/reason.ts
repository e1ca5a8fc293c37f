import { badInput } from '@wuxin/plugin-bpmn';

/** @throws bad input `notice.reasonMissing` */
export function reasonIn(reason: string): string {
  if (reason.trim() === '') throw badInput('notice.reasonMissing');
  return reason.trim();
}
