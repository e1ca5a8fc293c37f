import { refuseHostileXml, XmlRefusal } from '@wuxin/xml';
import { DmnModdle } from 'dmn-moddle';
import { DmnError } from './errors';
import { asDmn13, META_MODEL } from './meta-model';
import { isNode, nameOf, nodeOf, nodesOf, textOf, type DmnNode } from './moddle';
import type { DmnElement, DmnModel, FunctionLogic, ItemDefinition, Reference } from './model';
import { parseBoxed, parseFunction } from './parse-boxed';

/**
 * Reads DMN XML, 1.1 to 1.5: decisions, knowledge models, decision services, inputs, types and imports; diagrams are left out.
 *
 * @throws DmnError for hostile, broken or unknown content
 */
export async function parseDmn(xml: string): Promise<DmnModel> {
  const root = await readDefinitions(xml);
  const elements = nodesOf(root, 'drgElement').flatMap(parseElement);
  return {
    name: nameOf(root),
    namespace: textOf(root, 'namespace') ?? '',
    imports: nodesOf(root, 'import').map((node) => ({ name: nameOf(node), namespace: textOf(node, 'namespace') ?? '' })),
    types: nodesOf(root, 'itemDefinition').map(parseType),
    elements,
  };
}

/** The definitions of a file, as dmn-moddle holds them. @throws DmnError for hostile, broken or unknown content */
export async function readDefinitions(xml: string): Promise<DmnNode> {
  refuseHostile(xml);
  return read(asDmn13(xml));
}

function refuseHostile(xml: string): void {
  try {
    refuseHostileXml(xml);
  } catch (cause) {
    throw cause instanceof XmlRefusal ? new DmnError(cause.code, cause.data, { cause }) : cause;
  }
}

async function read(xml: string): Promise<DmnNode> {
  try {
    const { rootElement, warnings } = await new DmnModdle({ dmn: META_MODEL }).fromXML(xml);
    for (const warning of warnings) refuseLoss(messageOf(warning));
    if (isNode(rootElement)) return rootElement;
  } catch (cause) {
    if (cause instanceof DmnError) throw cause;
    throw new DmnError('dmn.notDmn', { reason: messageOf(cause) }, { cause });
  }
  throw new DmnError('dmn.notDmn');
}

/** What is dropped silently would decide nothing. Diagrams of later versions are let go: they are for the eye. */
function refuseLoss(message: string): void {
  if (!/<([\w.-]+:)?DMNDI\b/.test(message)) throw new DmnError('dmn.unknownContent', { reason: message });
}

/** The first line; a warning is an object with a message but no error. */
function messageOf(cause: unknown): string {
  const { message }: { readonly message?: unknown } = typeof cause === 'object' && cause !== null ? cause : {};
  return typeof message === 'string' ? (message.split('\n')[0] ?? '') : 'unknown';
}

function parseElement(node: DmnNode): DmnElement[] {
  const variable = nodeOf(node, 'variable');
  const base = { id: textOf(node, 'id') ?? nameOf(node), name: nameOf(node), typeRef: variable && textOf(variable, 'typeRef') };
  const needs = [...nodesOf(node, 'informationRequirement'), ...nodesOf(node, 'knowledgeRequirement')].flatMap(requiredBy);
  switch (node.$type) {
    case 'dmn:InputData':
      return [{ ...base, kind: 'input' }];
    case 'dmn:Decision': {
      const logic = nodeOf(node, 'decisionLogic');
      return [{ ...base, kind: 'decision', needs, logic: logic && parseBoxed(logic) }];
    }
    case 'dmn:BusinessKnowledgeModel': {
      const logic = nodeOf(node, 'encapsulatedLogic');
      return [{ ...base, kind: 'knowledge', needs, logic: logic ? parseFunction(logic) : NO_FUNCTION }];
    }
    case 'dmn:DecisionService': {
      const references = (name: string) => nodesOf(node, name).map(referenceOf);
      const inputs = { inputDecisions: references('inputDecision'), inputData: references('inputData') };
      return [{ ...base, kind: 'service', outputs: references('outputDecision'), ...inputs }];
    }
    default:
      return []; // knowledge sources and the like say something to people only
  }
}

const NO_FUNCTION: FunctionLogic = { kind: 'function', parameters: [], body: null, isForeign: false };

function requiredBy(node: DmnNode): Reference[] {
  const names = node.$type === 'dmn:KnowledgeRequirement' ? ['requiredKnowledge'] : ['requiredDecision', 'requiredInput'];
  return names.flatMap((name) => {
    const required = nodeOf(node, name);
    return required ? [referenceOf(required)] : [];
  });
}

function referenceOf(node: DmnNode): Reference {
  const [namespace = '', id = ''] = (textOf(node, 'href') ?? '').split('#');
  return { namespace: namespace || null, id };
}

function parseType(node: DmnNode): ItemDefinition {
  const allowed = nodeOf(node, 'allowedValues');
  return {
    name: nameOf(node),
    typeRef: textOf(node, 'typeRef'),
    isCollection: node.get('isCollection') === true,
    isFunction: nodeOf(node, 'functionItem') !== null,
    components: nodesOf(node, 'itemComponent').map(parseType),
    allowed: allowed && textOf(allowed, 'text'),
  };
}
