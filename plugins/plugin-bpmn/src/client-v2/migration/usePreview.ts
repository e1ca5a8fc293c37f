import { useCallback, useEffect, useRef, useState } from 'react';
import type { MigrationCaseView, MigrationRequest } from '../../common/api';
import { useApi, toFailure, type Failure } from '../api';

/** As many as the server looks at in one answer: enough for most processes, and quick for thousands. */
const PAGE = 100;

export type Preview =
  | { status: 'none' }
  | { status: 'running' | 'done'; total: number; cases: MigrationCaseView[] }
  | { status: 'failed'; failure: Failure };

/** Looks at every case, page by page; what was seen of another request is forgotten. */
export function usePreview(key: string, request: MigrationRequest): { preview: Preview; run: () => Promise<void> } {
  const api = useApi();
  const [seen, setSeen] = useState<{ request: MigrationRequest; preview: Preview } | null>(null);
  const latest = useRef(0);
  useEffect(() => {
    const counter = latest;
    return () => {
      counter.current += 1;
    };
  }, [request]);

  const run = useCallback(async () => {
    const mine = ++latest.current;
    const show = (preview: Preview) => {
      if (mine === latest.current) setSeen({ request, preview });
    };
    const cases: MigrationCaseView[] = [];
    show({ status: 'running', total: 0, cases });
    try {
      for (let after: string | null | undefined; after !== null && mine === latest.current; ) {
        const page = await api.processes.previewMigration(key, { ...request, after, pageSize: PAGE });
        cases.push(...page.cases);
        after = page.next;
        show({ status: after === null ? 'done' : 'running', total: page.total, cases: [...cases] });
      }
    } catch (error) {
      show({ status: 'failed', failure: toFailure(error) });
    }
  }, [api, key, request]);

  return { preview: seen?.request === request ? seen.preview : { status: 'none' }, run };
}
