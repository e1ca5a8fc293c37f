import { useCallback, useEffect, useRef } from 'react';
import { useParams } from 'react-router-dom';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { useOwnRights } from '../rights';
import { paths } from '../routes';
import { Loaded, PageFrame, PageSkeleton, useScreen } from '../shared';
import { DesignerWorkspace } from './DesignerWorkspace';
import { loadDesigner } from './loadDesigner';
import { ReadOnlyDesign } from './ReadOnlyDesign';

const SKELETON_ROWS = 12;

/** Draws a process: its draft, or what becomes one with the first change. On a phone, and without the right to design, it is looked at only. */
export function DesignerPage() {
  const t = useT();
  const api = useApi();
  const screen = useScreen();
  const isPhone = screen === 'phone';
  const { design: mayDesign } = useOwnRights();
  // who makes the window narrow while drawing loses nothing: the drawing waits behind
  const wasWide = useRef(false);
  wasWide.current ||= screen === 'wide';
  const { key = '' } = useParams();
  useEffect(() => {
    // while the draft is on its way; the page that draws says so when it fails
    if (screen === 'wide' && mayDesign) loadDesigner().catch(() => undefined);
  }, [screen, mayDesign]);
  const draft = useQuery(useCallback(() => api.processes.draft(key), [api, key]));
  const options = useQuery(useCallback(() => api.processes.designOptions(key), [api, key]));
  const name = draft.status === 'ready' ? draft.data.name : key;
  return (
    <PageFrame title={t('designer.title', { name })} back={{ to: paths.process(key), label: name }}>
      <Loaded query={draft} skeleton={<PageSkeleton rows={SKELETON_ROWS} />}>
        {(opened) => (
          <>
            {isPhone || !mayDesign ? (
              <ReadOnlyDesign draft={opened} why={mayDesign ? (wasWide.current ? 'held' : 'phone') : 'noRight'} />
            ) : null}
            {wasWide.current && mayDesign ? (
              <div hidden={isPhone}>
                <DesignerWorkspace opened={opened} options={options} />
              </div>
            ) : null}
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}
