import type { DecisionInput, DecisionOutput, DecisionRule, DecisionTable, Scalar } from '../table';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\n/g, '&#10;');

const attributes = (given: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(value ?? '')}"`)
    .join('');

const textIn = (name: string, text: string, more = ''): string => `<${name}${more}><text>${escaped(text)}</text></${name}>`;

/**
 * A table as a file of DMN 1.3 that other tools open. What DMN has no place for (English names, tests, keys of rules) stands in attributes
 * of our own namespace, so that the table comes back as it was.
 */
export function writeDmnTable(table: DecisionTable): string {
  const { key, name, nameEn, hitPolicy, aggregation, inputs, outputs, rules, tests } = table;
  const policy = attributes({
    'id': `${key}_table`,
    'hitPolicy': hitPolicy,
    'aggregation': aggregation,
    'wuxin:tests': tests && JSON.stringify(tests),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:wuxin="urn:wuxin:dmn:1" id="${key}_file"${attributes({ name })} namespace="urn:wuxin:decisions">
  <decision id="${key}"${attributes({ name, 'wuxin:nameEn': nameEn })}>
    <variable${attributes({ name })} />
    <decisionTable${policy}>
${[...inputs.map(inputXml), ...outputs.map(outputXml), ...rules.map((rule, row) => ruleXml(key, rule, row))].map((line) => `      ${line}`).join('\n')}
    </decisionTable>
  </decision>
</definitions>
`;
}

function inputXml({ label, labelEn, expression, values }: DecisionInput, column: number): string {
  const head = attributes({ 'id': `input${column + 1}`, label, 'wuxin:labelEn': labelEn });
  return `<input${head}>${textIn('inputExpression', expression)}${valuesXml('inputValues', values)}</input>`;
}

function outputXml({ name, label, labelEn, values }: DecisionOutput, column: number): string {
  const head = attributes({ 'id': `output${column + 1}`, name, label, 'wuxin:labelEn': labelEn });
  return `<output${head}>${valuesXml('outputValues', values)}</output>`;
}

/** Truth values are no literals that our tables read back from FEEL: the list stands beside it. */
function valuesXml(name: string, values: readonly Scalar[] | undefined): string {
  if (values === undefined) return '';
  const text = values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value))).join(', ');
  return textIn(name, text, attributes({ 'wuxin:values': JSON.stringify(values) }));
}

function ruleXml(key: string, { id, when, then, note, noteEn }: DecisionRule, row: number): string {
  const head = attributes({ 'id': `${key}_rule${row + 1}`, 'wuxin:key': id, 'wuxin:noteEn': noteEn });
  const description = note === undefined ? '' : `<description>${escaped(note)}</description>`;
  const cells = [...when.map((cell) => textIn('inputEntry', cell)), ...then.map((cell) => textIn('outputEntry', cell))];
  return `<rule${head}>${description}${cells.join('')}</rule>`;
}
