import { MEMBERS, OPINION } from './__fixtures__/forms';
import type { BpmnTaskFormModel } from './models/BpmnTaskFormModel';
import { FormUploads } from './form-uploads';
import { RunningForm } from './running-form';

type Name = (string | number)[];

class InvalidForm extends Error {
  readonly errorFields = [];
}

/** NocoBase's form model as far as a running form asks it. */
function aForm({
  values = {},
  wrong = [],
  touched = [],
}: {
  values?: Record<string, unknown>;
  wrong?: Name[];
  touched?: string[];
}) {
  const scrolledTo: Name[] = [];
  const listeners = new Set<() => void>();
  const form = {
    getFieldsValue: () => values,
    getFieldValue: (name: Name) => name.reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], values),
    validateFields: async () => (wrong.length > 0 ? Promise.reject(new InvalidForm()) : values),
    getFieldsError: () => wrong.map((name) => ({ name, errors: ['x'] })),
    scrollToField: (name: Name) => void scrolledTo.push(name),
  };
  const emitter = {
    on: (_: string, listen: () => void) => listeners.add(listen),
    off: (_: string, listen: () => void) => listeners.delete(listen),
  };
  const model = { form, emitter, getUserModifiedFields: () => new Set(touched) } as unknown as BpmnTaskFormModel;
  return {
    running: new RunningForm(model, [OPINION, MEMBERS], new FormUploads()),
    scrolledTo,
    change: () => listeners.forEach((listen) => listen()),
  };
}

describe('a form on the screen', () => {
  it('gives the writable values', () => {
    expect(aForm({ values: { id: 1, opinion: '同意' } }).running.values()).toEqual({ opinion: '同意', members: [] });
  });

  it('is valid when nothing is wrong', async () => {
    await expect(aForm({}).running.validate()).resolves.toBe(true);
  });

  it('moves to the first field that is wrong', async () => {
    const { running, scrolledTo } = aForm({ wrong: [['opinion']] });
    await expect(running.validate()).resolves.toBe(false);
    expect(scrolledTo).toEqual([['opinion']]);
  });

  it('does not ask for a row that nobody began', async () => {
    await expect(aForm({ wrong: [['members', 0, 'name']] }).running.validate()).resolves.toBe(true);
  });

  it('asks for a row that somebody began', async () => {
    const begun = aForm({ values: { members: [{ person: 1 }] }, wrong: [['members', 0, 'name']] });
    await expect(begun.running.validate()).resolves.toBe(false);
  });

  it('tells of changes by people until it is told to stop', () => {
    const listen = jest.fn();
    const { running, change } = aForm({ touched: ['opinion'] });
    const stop = running.onChange(listen);
    change();
    stop();
    change();
    expect(listen).toHaveBeenCalledTimes(1);
  });

  it('keeps silent about what a rule changed', () => {
    const listen = jest.fn();
    const { running, change } = aForm({});
    running.onChange(listen);
    change();
    expect([running.isDirty, listen.mock.calls]).toEqual([false, []]);
  });
});
