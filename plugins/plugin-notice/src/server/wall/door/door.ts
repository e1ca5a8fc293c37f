import type { WallOptions } from '@wuxin/notice-wall';
import { BpmnError, engineOf, notFound } from '@wuxin/plugin-bpmn';
import type { Database } from '@nocobase/database';
import type { IncomingMessage } from 'node:http';
import { wallHomeOf } from '../home';
import { wallOptions } from '../settings';
import type { Answer } from './exchange';
import { fileAnswer } from './folder';
import { Intake } from './intake';
import { say, told } from './pages';
import { Search } from './search';

/** The wall as the application serves it: files of its folder, the search, and what people send. */
export class WallDoor {
  private readonly intake: Intake;
  private readonly search: Search;

  constructor(private readonly db: Database) {
    this.intake = new Intake(db);
    this.search = new Search(db);
  }

  /** Never throws: what is refused is a page that says so. */
  async answer(request: IncomingMessage, path: string, query: URLSearchParams): Promise<Answer> {
    const options = await engineOf(this.db).read(wallOptions);
    try {
      return await this.carryOut(request, { path, query, options });
    } catch (error) {
      if (error instanceof BpmnError) return refusal(options, error);
      throw error;
    }
  }

  private async carryOut(
    request: IncomingMessage,
    { path, query, options }: { readonly path: string; readonly query: URLSearchParams; readonly options: WallOptions },
  ): Promise<Answer> {
    const takes = path === 'objections' || path === 'answers' ? ['POST'] : ['GET', 'HEAD'];
    if (!takes.includes(request.method ?? '')) throw new BpmnError('notice.wallMethod', 405, { takes });
    switch (path) {
      case 'objections':
        return this.intake.receive(request, options);
      case 'answers':
        return this.intake.answer(request, options);
      case 'search':
        return this.search.answer(options, query.get('q') ?? '');
      default: {
        const answer = await fileAnswer(request, { folder: wallHomeOf(this.db).folder, path, options });
        if (!answer) throw notFound('notice.wallNothing');
        return answer;
      }
    }
  }
}

function refusal(options: WallOptions, { code, status, data, messages }: BpmnError): Answer {
  const title = say(
    options,
    status >= 500 ? 'notice.wall.failed' : status === 404 ? 'notice.wall.nothing' : 'notice.wall.refused',
  );
  const line = messages?.[options.locale] ?? say(options, `errors.${code}`, data);
  const answer = told(options, status, { title, lines: [line] });
  const refused = { 'X-Wuxin-Refusal': code };
  const allowed = Array.isArray(data.takes) ? { Allow: data.takes.join(', ') } : {};
  return {
    ...answer,
    headers: { ...answer.headers, ...refused, ...allowed, ...(status === 429 ? { 'Retry-After': '600' } : {}) },
  };
}
