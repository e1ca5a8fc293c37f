import type { AffectedStep } from '../../common/api';

/** A step as a drawing writes it: `vote`, or with what people call it, `legal=法律顾问审查`. */
export function affectedStepOf(written: string): AffectedStep {
  const [step = '', ...rest] = written.split('=');
  return { step: step.trim(), title: rest.join('=').trim() || null };
}
