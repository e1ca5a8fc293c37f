import { useFlowEngine } from '@nocobase/flow-engine';
import { useCallback, useMemo } from 'react';

/** What NocoBase's page knows of collections: it is read when the page is loaded, and again after a field was added. */
export function useKnownFields(): { readonly reload: () => Promise<void> } {
  const engine = useFlowEngine();
  const reload = useCallback(async () => {
    await engine.dataSourceManager.getDataSource('main')?.reload();
  }, [engine]);
  return useMemo(() => ({ reload }), [reload]);
}
