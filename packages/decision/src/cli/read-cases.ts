import { feelDate, feelDateTime, feelDuration, feelTime, type FeelInput } from '@wuxin/feel';
import { childNamed, childrenNamed, readXml, type XmlElement } from './xml-tree';

/** Test cases as the DMN TCK writes them (testCases.xsd). */
export interface TckFile {
  readonly modelName: string;
  readonly cases: readonly TckCase[];
}

export interface TckCase {
  readonly id: string;
  /** What is called instead of the decisions of the results. */
  readonly invocable: string | null;
  /** @throws for a value that FEEL cannot hold here, such as a date before our era */
  readonly inputs: () => Readonly<Record<string, FeelInput>>;
  readonly results: readonly TckExpectation[];
}

export interface TckExpectation {
  readonly name: string;
  /** @throws as `inputs` */
  readonly expected: () => FeelInput;
}

/** @throws Error for what is not such a file */
export function readCases(xml: string): TckFile {
  const root = readXml(xml);
  const modelName = childNamed(root, 'modelName')?.text.trim();
  if (root.name !== 'testCases' || !modelName) throw new Error('not a file of test cases');
  return { modelName, cases: childrenNamed(root, 'testCase').map(readCase) };
}

function readCase(element: XmlElement): TckCase {
  const { id = '', invocableName, type } = element.attributes;
  const inputs = () =>
    Object.fromEntries(childrenNamed(element, 'inputNode').map((node) => [node.attributes['name'] ?? '', readValue(node)]));
  const results = childrenNamed(element, 'resultNode').map((node) => {
    const expected = childNamed(node, 'expected');
    return { name: node.attributes['name'] ?? '', expected: () => (expected ? readValue(expected) : null) };
  });
  const invocable = type !== undefined && type !== 'decision' ? (invocableName ?? null) : null;
  return { id, invocable, inputs, results };
}

function readValue(element: XmlElement): FeelInput {
  const list = childNamed(element, 'list');
  if (list) return list.attributes['nil'] === 'true' ? null : childrenNamed(list, 'item').map(readValue);
  const components = childrenNamed(element, 'component');
  if (components.length > 0)
    return Object.fromEntries(components.map((component) => [component.attributes['name'] ?? '', readValue(component)]));
  const value = childNamed(element, 'value');
  if (!value || value.attributes['nil'] === 'true') return null;
  return readTyped(value.attributes['type']?.replace(/^.*:/, '') ?? '', value.text);
}

function readTyped(type: string, text: string): FeelInput {
  switch (type) {
    case 'boolean':
      return text.trim() === 'true' || text.trim() === '1';
    case 'decimal':
    case 'double':
    case 'integer':
    case 'int':
    case 'float':
    case 'long':
      return Number(text);
    case 'date':
      return feelDate(text.trim());
    case 'dateTime':
      return feelDateTime(text.trim());
    case 'time':
      return feelTime(text.trim());
    case 'duration':
      return feelDuration(text.trim());
    default:
      return text;
  }
}
