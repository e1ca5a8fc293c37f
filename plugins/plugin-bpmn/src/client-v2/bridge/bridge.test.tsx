import { registerWorkflowParts } from './index';

it("adds our trigger and nodes to NocoBase's workflow canvas, each with its form and results", async () => {
  const triggers = new Map<string, unknown>();
  const nodes = new Map<
    string,
    InstanceType<Parameters<NonNullable<Parameters<typeof registerWorkflowParts>[0]>['registerInstruction']>[1]>
  >();

  registerWorkflowParts({
    registerTrigger: (type, Trigger) => triggers.set(type, new Trigger()),
    registerInstruction: (type, Node) => nodes.set(type, new Node()),
  });

  expect([...triggers.keys()]).toEqual(['bpmn-call']);
  expect([...nodes.keys()]).toEqual(['bpmn-start', 'bpmn-message']);
  for (const [type, node] of nodes) {
    expect(node.type).toBe(type);
    expect(typeof (await node.FieldsetLoader?.())?.default).toBe('function');
    expect(node.useVariables?.({ key: 'n1', title: '节点' })).toMatchObject({ key: 'n1', label: '节点' });
  }
});

it('adds nothing where the plugin workflow is switched off', () => {
  expect(() => registerWorkflowParts(undefined)).not.toThrow();
});
