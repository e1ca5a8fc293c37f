import { executableXml } from './executable';

it.each([
  ['<bpmn:process id="a" isExecutable="false">', '<bpmn:process id="a" isExecutable="true">'],
  ["<process isExecutable='false' id='a'/>", '<process id=\'a\' isExecutable="true"/>'],
  ['<bpmn2:process id="a">', '<bpmn2:process id="a" isExecutable="true">'],
  ['<bpmn:process id="a"><x/></bpmn:process><bpmn:process id="b" isExecutable="true">', null],
  ['<bpmn:subProcess id="a" />', null],
])('marks the first process of a file where none is marked: %s', (xml, marked) => {
  expect(executableXml(xml)).toBe(marked ?? xml);
});
