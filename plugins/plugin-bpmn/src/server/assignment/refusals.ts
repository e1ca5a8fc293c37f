import type { ElementRef } from '../expressions';
import { conflict } from '../runtime/errors';

/** What a rule says cannot be read as people: a fault of the process or of its record, found when a task opens. */
export const badValue = (element: ElementRef, kind: string, value: string) =>
  conflict('assignment.badValue', { ...element, kind, value });

export const unknownKind = (element: ElementRef, kind: string) => conflict('assignment.unknownKind', { ...element, kind });

export const badPolicy = (element: ElementRef, policy: string) => conflict('assignment.badPolicy', { ...element, policy });
