import type { ActivityFacet, Loop, Mapping } from '../graph';
import { childOf, childrenOf, extensionsOf, flagOf, textOf, type ModdleElement } from '../parse';
import { conditionOf, feelOf } from './expression';

/** Boundary events and the compensation handler are attached when all elements are known. */
export function readActivity(source: ModdleElement): ActivityFacet {
  return {
    boundaryIds: [],
    loop: readLoop(source),
    ...readMappings(source),
    isForCompensation: flagOf(source, 'isForCompensation'),
    compensationHandlerId: null,
  };
}

export function readMappings(source: ModdleElement): Pick<ActivityFacet, 'inputs' | 'outputs'> {
  const mappings = extensionsOf(source, 'wuxin:IoMapping');
  return {
    inputs: mappings.flatMap((mapping) => childrenOf(mapping, 'inputs')).map(readMapping),
    outputs: mappings.flatMap((mapping) => childrenOf(mapping, 'outputs')).map(readMapping),
  };
}

function readMapping(source: ModdleElement): Mapping {
  return { source: feelOf(textOf(source, 'source') ?? ''), target: textOf(source, 'target') ?? '' };
}

function readLoop(activity: ModdleElement): Loop | null {
  const source = childOf(activity, 'loopCharacteristics');
  switch (source?.$type) {
    case 'bpmn:StandardLoopCharacteristics': {
      const maximum = Number(textOf(source, 'loopMaximum') ?? Number.NaN);
      return {
        kind: 'standard',
        condition: conditionOf(source, 'loopCondition'),
        maximum: Number.isInteger(maximum) ? maximum : null,
        testBefore: flagOf(source, 'testBefore'),
      };
    }
    case 'bpmn:MultiInstanceLoopCharacteristics':
      return {
        kind: 'multiInstance',
        isSequential: flagOf(source, 'isSequential'),
        cardinality: conditionOf(source, 'loopCardinality'),
        collection: collectionOf(source),
        elementVariable:
          textOf(source, 'wuxin:elementVariable') ??
          textOf(source, 'camunda:elementVariable') ??
          namedItem(source, 'inputDataItem'),
        completionCondition: conditionOf(source, 'completionCondition'),
      };
    default:
      return null;
  }
}

/** Our attribute, Camunda's, or the standard's reference to a data object, whose name is the variable. */
function collectionOf(source: ModdleElement): string | null {
  const text = textOf(source, 'wuxin:collection') ?? textOf(source, 'camunda:collection');
  return text === null ? namedItem(source, 'loopDataInputRef') : feelOf(text);
}

function namedItem(source: ModdleElement, property: string): string | null {
  const item = childOf(source, property);
  return item ? (textOf(item, 'name') ?? textOf(item, 'id')) : null;
}
