import { ParsedProcess } from '../bpmn-engine';
import type { Model } from '../models';
import { prepareWuxin } from './wuxin';

/** Plays one instance to its end and says how many user tasks were completed. */
export type Play = () => Promise<number>;

export interface Player {
  readonly name: string;
  /** The state stays in memory. */
  readonly held: Play;
  /** The state is text between two commands. */
  readonly saved: Play;
}

/** Both engines with the model parsed once. */
export async function playersOf(model: Model): Promise<readonly [wuxin: Player, bpmnEngine: Player]> {
  return [
    { name: 'Wuxin', ...(await prepareWuxin(model)) },
    { name: 'bpmn-engine', ...(await prepareBpmnEngine(model)) },
  ];
}

async function prepareBpmnEngine({ xml }: Model): Promise<Pick<Player, 'held' | 'saved'>> {
  const process = await ParsedProcess.parse(xml);
  return {
    async held() {
      const instance = await process.start();
      let completions = 0;
      while (instance.completeOne()) completions += 1;
      if (!instance.hasEnded) throw new Error('the instance did not end');
      return completions;
    },
    async saved() {
      let text = await (await process.start()).save();
      for (let completions = 0; ; ) {
        const instance = await process.load(text);
        if (!instance.completeOne()) throw new Error('nothing waits, and the instance has not ended');
        completions += 1;
        if (instance.hasEnded) return completions;
        text = await instance.save();
      }
    },
  };
}
