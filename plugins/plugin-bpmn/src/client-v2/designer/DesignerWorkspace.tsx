import { Alert, App, Flex, theme } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { DesignOptions, Problem, ProcessDraft } from '../../common/api';
import { useApi, type Query } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { ProblemList, PublishDialog } from '../processes';
import { LeaveGuard, Loaded, PageSkeleton, ROOM_BELOW_PX, ROOM_BESIDE_PX } from '../shared';
import { ChosenNote } from './ChosenNote';
import { ConflictAlert } from './ConflictAlert';
import type { DesignerMark } from './contract';
import { DesignerBar } from './DesignerBar';
import { DrawingArea } from './DrawingArea';
import { FormDrawer } from './forms';
import { KeyboardHelp } from './KeyboardHelp';
import { PropertiesPanel } from './panel';
import { textIn } from './settings';
import { useDesigner } from './useDesigner';
import { useProblems } from './useProblems';
import { useSaving } from './useSaving';

const PANEL_WIDTH = 380;
const MIN_HEIGHT = 560;
const SKELETON_ROWS = 6;
/** Below the drawing, so that nothing moves under whoever is choosing when a problem comes; however much is wrong, both stay in the window. */
const PROBLEMS_PX = 132;
/** Header of NocoBase, our heading and bar, and a little paper below. */
const AROUND_PX = 220;

const marksOf = (problems: readonly Problem[]): DesignerMark[] =>
  problems.flatMap(({ elementId, severity }): DesignerMark[] =>
    elementId ? [{ elementId, kind: severity === 'error' ? 'problem' : 'warning' }] : [],
  );

/** The drawing with its panel: saved by itself, checked by the server, published from here. */
export function DesignerWorkspace({
  opened,
  options: asked,
}: {
  opened: ProcessDraft;
  /** What can be chosen; the drawing does not wait for it. */
  options: Query<DesignOptions>;
}) {
  const t = useT();
  const api = useApi();
  const { token } = theme.useToken();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const edited = useRef<() => void>(() => undefined);
  const panel = useRef<HTMLElement>(null);
  const [hasHelp, setHasHelp] = useState(false);
  const designer = useDesigner(
    opened.xml,
    useCallback(() => edited.current(), []),
    (key) => (key === 'help' ? setHasHelp(true) : panel.current?.focus()),
  );
  const options = asked.status === 'ready' ? asked.data : null;
  const { handle, state, look } = designer;
  const saving = useSaving(opened, handle);
  edited.current = saving.edited;
  const [isPublishing, setIsPublishing] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const [formOf, setFormOf] = useState<string | null>(null);
  const problems = useProblems(saving, handle, options?.facts ?? null, look);

  const marks = useMemo(() => marksOf(problems ?? []), [problems]);
  useEffect(() => {
    if (state === 'ready') handle?.mark(marks);
  }, [handle, state, marks]);

  const show = (elementId: string) => {
    setSelected(elementId);
    handle?.choose(elementId);
  };
  const publish = async () => {
    if (handle && (await saving.flush(handle))) setIsPublishing(true);
  };
  // what is tried out is what is saved
  const tryOut = async () => {
    if (handle && (await saving.flush(handle))) setIsLeaving(true);
  };
  // once the page knows that everything is saved: nobody is asked whether to leave
  useEffect(() => {
    if (isLeaving && saving.state.kind === 'saved') navigate(paths.tryOut(opened.processKey));
  }, [isLeaving, saving.state.kind, navigate, opened.processKey]);
  const published = async () => {
    setIsPublishing(false);
    message.success(t('publish.done'));
    saving.restart(await api.processes.draft(opened.processKey));
  };
  const reload = async () => {
    const theirs = await api.processes.draft(opened.processKey);
    designer.open(theirs.xml);
    saving.restart(theirs);
  };
  // what is read of the drawing is read again whenever it changes
  const element = useMemo(() => (state === 'ready' && look >= 0 ? handle?.chosen() : undefined), [handle, state, look]);

  return (
    <Flex vertical gap="small">
      <LeaveGuard hasUnsaved={saving.state.kind !== 'saved'} />
      {saving.state.kind === 'conflict' && handle ? (
        <ConflictAlert by={saving.state.by} name={opened.name} handle={handle} onReload={reload} />
      ) : null}
      <DesignerBar
        handle={handle}
        look={look}
        saving={saving}
        problems={problems}
        onPublish={publish}
        onTryOut={tryOut}
        onKeys={() => setHasHelp(true)}
        isReady={state === 'ready'}
      />
      {state === 'unreadable' ? <Alert type="warning" showIcon message={t('designer.unreadable')} /> : null}
      {state === 'notLoaded' ? <Alert type="error" showIcon message={t('designer.notLoaded')} /> : null}
      <Flex vertical gap="small" style={{ height: `max(${MIN_HEIGHT}px, calc(100vh - ${AROUND_PX}px))` }}>
        <Flex gap="small" align="stretch" style={{ flex: 1, minHeight: 0 }}>
          <DrawingArea container={designer.container} name={opened.name} isLoading={state === 'loading'} />
          <section
            ref={panel}
            aria-label={t('designer.panel')}
            tabIndex={0} // it scrolls
            onKeyDown={(event) => {
              if (event.key !== 'F6') return;
              event.preventDefault(); // the browser would leave the page
              handle?.focus();
            }}
            style={{
              width: PANEL_WIDTH,
              flexShrink: 0,
              overflowY: 'auto',
              padding: `${token.paddingSM}px ${token.paddingSM}px ${ROOM_BELOW_PX}px`,
              border: `1px solid ${token.colorBorderSecondary}`,
              borderRadius: token.borderRadius,
              background: token.colorBgContainer,
            }}
          >
            {element && handle ? (
              <Loaded query={asked} skeleton={<PageSkeleton rows={SKELETON_ROWS} />}>
                {(known) => (
                  <PropertiesPanel
                    element={element}
                    options={known}
                    onDesignForm={setFormOf}
                    onInsert={(flow, what) => handle.insertOn(flow, what)}
                    change={(changed, change) => handle.change(changed, change)}
                  />
                )}
              </Loaded>
            ) : null}
          </section>
        </Flex>
        {problems && problems.length > 0 ? (
          <div style={{ maxHeight: PROBLEMS_PX, overflowY: 'auto', flexShrink: 0, paddingInlineEnd: ROOM_BESIDE_PX }}>
            <ProblemList problems={problems} selected={selected} onSelect={show} />
          </div>
        ) : null}
      </Flex>
      {state === 'ready' && handle ? <ChosenNote handle={handle} look={look} /> : null}
      {hasHelp ? (
        <KeyboardHelp
          onClose={() => {
            setHasHelp(false);
            handle?.focus();
          }}
        />
      ) : null}
      {formOf !== null && options && element && textIn(element, 'id') === formOf ? (
        <FormDrawer
          element={element}
          options={options}
          processKey={opened.processKey}
          onFacts={asked.reload}
          onClose={(isChanged) => {
            setFormOf(null);
            // a form belongs to the draft: without one it would never be published
            if (isChanged) saving.edited();
            if (isChanged) asked.reload();
          }}
        />
      ) : null}
      {isPublishing ? (
        <PublishDialog
          processKey={opened.processKey}
          number={saving.number ?? 1}
          running={opened.running}
          unconfirmed={opened.unconfirmedParameters}
          onShow={(elementId) => {
            setIsPublishing(false);
            show(elementId);
          }}
          onDone={() => void published()}
          onCancel={() => setIsPublishing(false)}
        />
      ) : null}
    </Flex>
  );
}
