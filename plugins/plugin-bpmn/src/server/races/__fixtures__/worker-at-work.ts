import { Gate } from '@wuxin/test';
import type { Desk } from '../../__fixtures__';
import { Worker } from '../../jobs';
import type { Engine } from '../../runtime/engine';

/**
 * A worker that has taken what is due and has asked outside what there is to ask: it comes to the transaction in which it
 * writes the result, and waits to be let go. Another worker would pass by what somebody locks; this one meets it.
 *
 * @returns lets it go and is done when it has found nothing more
 */
export async function workerAtWork(desk: Desk, owner: string): Promise<() => Promise<void>> {
  const gate = new Gate();
  const errors: unknown[] = [];
  const write: Engine['write'] = async (work) => {
    await gate.hold();
    return desk.engine.write(work);
  };
  const engine = Object.create(desk.engine, { write: { value: write } }) as Engine; // the same but for this
  const done = new Worker(engine, owner, { error: (_, error) => errors.push(error) }).drain();
  const idle = done.then(() => Promise.reject(new Error('nothing was due')));
  await Promise.race([gate.reached, idle]);
  return async () => {
    gate.open();
    await done;
    expect(errors).toEqual([]);
  };
}
