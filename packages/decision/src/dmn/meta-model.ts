import dmn13 from 'dmn-moddle/resources/dmn/json/dmn13.json';

const CURRENT = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
/** Namespaces of DMN 1.1, 1.2, 1.4 and 1.5: what is read of their files is written alike. */
const OTHERS = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
];

/** The same file as DMN 1.3, which dmn-moddle reads. Only inside quotes: a namespace stands nowhere else. */
export const asDmn13 = (xml: string): string =>
  OTHERS.reduce((text, other) => text.replaceAll(`"${other}"`, `"${CURRENT}"`).replaceAll(`'${other}'`, `'${CURRENT}'`), xml);

const child = (name: string) => ({ name, type: 'ChildExpression' });

/** What DMN 1.4 and 1.5 added to boxed expressions. */
const ADDED = [
  { name: 'ChildExpression', properties: [{ name: 'value', type: 'Expression' }] },
  { name: 'Conditional', superClass: ['Expression'], properties: [child('if'), child('then'), child('else')] },
  { name: 'Filter', superClass: ['Expression'], properties: [child('in'), child('match')] },
  {
    name: 'Iterator',
    superClass: ['Expression'],
    properties: [{ name: 'iteratorVariable', type: 'String', isAttr: true }, child('in')],
  },
  { name: 'For', superClass: ['Iterator'], properties: [child('return')] },
  { name: 'Every', superClass: ['Iterator'], properties: [child('satisfies')] },
  { name: 'Some', superClass: ['Iterator'], properties: [child('satisfies')] },
];

export const META_MODEL = { ...dmn13, types: [...dmn13.types, ...ADDED] };
