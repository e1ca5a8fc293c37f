import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const Effect = z.object({ key: z.string(), effect: z.string(), host: z.number() });
type Effect = z.output<typeof Effect>;

/** The world outside: keeps under which key each effect was asked for, and answers. */
export class Effects {
  private readonly keys = new Map<string, Set<string>>();
  private calls = 0;
  /** Is asked before each answer; may kill who asks. */
  beforeAnswer: (effect: Effect) => void = () => undefined;

  private constructor(private readonly server: Server) {}

  static async listen(): Promise<Effects> {
    const server = createServer();
    const effects = new Effects(server);
    server.on('request', (request, response) => {
      void bodyOf(request).then((body) => {
        effects.note(Effect.parse(JSON.parse(body)));
        response.end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return effects;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`; // of a server that listens on a port
  }

  get figures() {
    return {
      effects: this.keys.size,
      calls: this.calls,
      withSeveralKeys: [...this.keys.values()].filter(({ size }) => size > 1).length,
    };
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private note(effect: Effect): void {
    this.calls += 1;
    this.keys.set(effect.effect, (this.keys.get(effect.effect) ?? new Set()).add(effect.key));
    this.beforeAnswer(effect);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
