import type { ModdleElement } from '@wuxin/bpmn-core';
import { type Create, elementAt, textIn } from './model';

/** How often and by how many a step is done. */
export type Loop =
  | { readonly kind: 'once' }
  /** Several at once (or one after the other), one for each of a list. */
  | {
      readonly kind: 'several';
      /** 会签: all; 或签: the first is enough; by ratio; or a formula that is none of these. */
      readonly until: 'all' | 'any' | 'ratio' | 'formula';
      readonly isInTurn: boolean;
      /** FEEL of the list, with its `=`. */
      readonly collection: string;
      /** What the step calls the one whose turn it is. */
      readonly variable: string;
      /** Of `ratio`: how many hundredths are enough. */
      readonly percent: number;
      /** Of `formula`, with its `=`. */
      readonly condition: string;
    }
  /** A loop that the panel has no words for: it stays as it is. */
  | { readonly kind: 'other' };

export type Several = Extract<Loop, { kind: 'several' }>;

const ANY = 'nrOfCompletedInstances >= 1';
const RATIO = /^nrOfCompletedInstances \* 100 >= nrOfInstances \* (\d{1,3})$/;
const ratio = (percent: number) => `nrOfCompletedInstances * 100 >= nrOfInstances * ${percent}`;
const MOST = 50;

export function readLoop(element: ModdleElement): Loop {
  const source = elementAt(element, 'loopCharacteristics');
  if (!source) return { kind: 'once' };
  const isKnown = source.$type === 'bpmn:MultiInstanceLoopCharacteristics' && !elementAt(source, 'loopCardinality');
  if (!isKnown || elementAt(source, 'loopDataInputRef')) return { kind: 'other' };
  const completion = elementAt(source, 'completionCondition');
  const condition = completion ? textIn(completion, 'body').replace(/^=/, '').trim() : '';
  const percent = RATIO.exec(condition)?.[1];
  return {
    kind: 'several',
    until: condition === '' ? 'all' : condition === ANY ? 'any' : percent ? 'ratio' : 'formula',
    isInTurn: source.get('isSequential') === true,
    collection: textIn(source, 'wuxin:collection'),
    variable: textIn(source, 'wuxin:elementVariable'),
    percent: percent ? Number(percent) : MOST,
    condition: condition === '' ? '' : `=${condition}`,
  };
}

/** @returns what stands for it in the file; the one of before where the panel has no words for it */
export function loopElement(create: Create, element: ModdleElement, loop: Loop): ModdleElement | undefined {
  const before = elementAt(element, 'loopCharacteristics');
  if (loop.kind === 'once') return undefined;
  if (loop.kind === 'other') return before;
  const made = create('bpmn:MultiInstanceLoopCharacteristics', {
    ...(loop.isInTurn ? { isSequential: true } : {}),
    'wuxin:collection': loop.collection || undefined,
    'wuxin:elementVariable': loop.variable || undefined,
  });
  const condition = conditionOf(loop);
  if (condition !== '') {
    const completion = create('bpmn:FormalExpression', { body: condition });
    Object.assign(made, { completionCondition: Object.assign(completion, { $parent: made }) });
  }
  return Object.assign(made, { $parent: element });
}

function conditionOf({ until, percent, condition }: Several): string {
  switch (until) {
    case 'all':
      return '';
    case 'any':
      return `=${ANY}`;
    case 'ratio':
      return `=${ratio(percent)}`;
    case 'formula':
      return condition;
  }
}
