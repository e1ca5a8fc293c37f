import { useCallback, useEffect, useRef } from 'react';
import { useParams } from 'react-router-dom';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { Loaded, PageFrame, PageSkeleton, useIsPhone } from '../shared';
import { DesignerWorkspace } from './DesignerWorkspace';
import { loadDesigner } from './loadDesigner';
import { ReadOnlyDesign } from './ReadOnlyDesign';

const SKELETON_ROWS = 12;

/** Draws a process: its draft, or what becomes one with the first change. On a phone it is looked at only. */
export function DesignerPage() {
  const t = useT();
  const api = useApi();
  const isPhone = useIsPhone();
  // who makes the window narrow while drawing loses nothing: the drawing waits behind
  const wasWide = useRef(false);
  wasWide.current ||= !isPhone;
  const { key = '' } = useParams();
  useEffect(() => {
    // while the draft is on its way; the page that draws says so when it fails
    if (!isPhone) loadDesigner().catch(() => undefined);
  }, [isPhone]);
  const draft = useQuery(useCallback(() => api.processes.draft(key), [api, key]));
  const options = useQuery(useCallback(() => api.processes.designOptions(key), [api, key]));
  const name = draft.status === 'ready' ? draft.data.name : key;
  return (
    <PageFrame title={t('designer.title', { name })} back={{ to: paths.process(key), label: name }}>
      <Loaded query={draft} skeleton={<PageSkeleton rows={SKELETON_ROWS} />}>
        {(opened) => (
          <>
            {isPhone ? <ReadOnlyDesign draft={opened} isHeld={wasWide.current} /> : null}
            {wasWide.current ? (
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
