import type { ElementRef } from '../expressions';
import { badPolicy } from './refusals';
import type { AssignmentSettings, WhenNobody, WhenStarter } from './types';

export function readWhenNobody(element: ElementRef, { whenNobody = 'incident' }: AssignmentSettings): WhenNobody {
  switch (whenNobody) {
    case 'incident':
    case 'administrators':
    case 'starter':
      return whenNobody;
    default:
      throw badPolicy(element, whenNobody);
  }
}

export function readWhenStarter(element: ElementRef, { whenStarter = 'allow' }: AssignmentSettings): WhenStarter {
  const [policy, outcome] = whenStarter.split(':', 2);
  switch (policy) {
    case 'allow':
    case 'exclude':
    case 'administrators':
      return { policy };
    case 'skip':
      if (outcome) return { policy, outcome };
      throw badPolicy(element, whenStarter);
    default:
      throw badPolicy(element, whenStarter);
  }
}
