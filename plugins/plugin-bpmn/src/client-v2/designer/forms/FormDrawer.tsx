import { CopyOutlined, PlusOutlined } from '@ant-design/icons';
import type { ModdleElement } from '@wuxin/bpmn-core';
import { Alert, Button, Drawer, Flex } from 'antd';
import { useCallback, useState } from 'react';
import type { DesignOptions } from '../../../common/api';
import { draftFormUid } from '../../../common/form';
import { useApi, useQuery } from '../../api';
import { useT } from '../../i18n';
import { Loaded, PageSkeleton, ToggleButtons } from '../../shared';
import { TaskFormDesigner } from '../../taskFormDoor';
import { itemsOf, processOf, siblingTasks, textIn } from '../settings';
import { AddFieldDialog } from './AddFieldDialog';
import { CopyFormDialog } from './CopyFormDialog';
import { PreviewPart } from './PreviewPart';
import { useKnownFields } from './useKnownFields';

const WIDTH = 'min(1080px, 100%)';
const ROWS = 6;

export interface FormDrawerProps {
  element: ModdleElement;
  options: DesignOptions;
  processKey: string;
  /** With whether anything of the form is another than when it was opened. */
  onClose: (isChanged: boolean) => void;
  /** A field was added, or a form was copied: what can be chosen is another. */
  onFacts: () => void;
}

/** The form of one task over its drawing: designed in NocoBase's own designer, and looked at as its holder will see it. */
export function FormDrawer({ element, options, processKey, onClose, onFacts }: FormDrawerProps) {
  const t = useT();
  const api = useApi();
  const elementId = textIn(element, 'id');
  const task = { id: elementId, name: textIn(element, 'name') || elementId };
  const [view, setView] = useState<'design' | 'preview'>('design');
  const [asked, setAsked] = useState<'field' | 'copy' | null>(null);
  /** Grows when the tree was replaced on the server: the designer begins again with it. */
  const [times, setTimes] = useState(0);
  const fields = useKnownFields();
  const before = useQuery(useCallback(() => api.processes.previewForm(processKey, elementId), [api, processKey, elementId]));
  const collection = recordCollectionOf(element);
  const others = siblingTasks(element).filter(({ id }) => options.facts.forms.includes(id));

  const close = async () => {
    const opened = before.status === 'ready' ? JSON.stringify(before.data) : null;
    const now = await api.processes.previewForm(processKey, elementId).catch(() => null);
    onClose(now === null || JSON.stringify(now) !== opened);
  };
  const changed = async (isNewField: boolean) => {
    if (isNewField) await fields.reload();
    // with the dialog: nobody opens a menu of the designer that is about to go
    setAsked(null);
    setTimes((count) => count + 1);
    onFacts();
  };
  return (
    <Drawer
      open
      width={WIDTH}
      title={t('form.designOf', { name: task.name })}
      keyboard={false} // NocoBase's menus inside close with Escape
      onClose={() => void close()}
      extra={
        <ToggleButtons
          label={t('form.view')}
          value={view}
          options={[
            { value: 'design' as const, label: t('form.view.design') },
            { value: 'preview' as const, label: t('form.view.preview') },
          ]}
          onChange={setView}
        />
      }
    >
      {view === 'preview' ? (
        <PreviewPart processKey={processKey} elementId={elementId} outcomes={itemsOf(element, 'wuxin:Outcome')} />
      ) : (
        <Flex vertical gap="middle">
          <Alert type="info" showIcon message={t('form.designHint')} />
          <Flex gap="small" wrap>
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAsked('field')}>
              {t('form.addField')}
            </Button>
            <Button icon={<CopyOutlined aria-hidden />} disabled={others.length === 0} onClick={() => setAsked('copy')}>
              {t('form.copy')}
            </Button>
          </Flex>
          <Loaded query={before} skeleton={<PageSkeleton rows={ROWS} />}>
            {({ english }) => (
              <TaskFormDesigner
                key={times}
                formUid={draftFormUid(processKey, elementId)}
                collectionName={collection}
                english={english}
              />
            )}
          </Loaded>
        </Flex>
      )}
      {asked === 'field' ? (
        <AddFieldDialog processKey={processKey} onAdded={() => void changed(true)} onCancel={() => setAsked(null)} />
      ) : null}
      {asked === 'copy' ? (
        <CopyFormDialog
          processKey={processKey}
          task={task}
          others={others}
          replaces={options.facts.forms.includes(elementId)}
          onCopied={() => void changed(false)}
          onCancel={() => setAsked(null)}
        />
      ) : null}
    </Drawer>
  );
}

function recordCollectionOf(element: ModdleElement): string {
  const process = processOf(element);
  return process ? textIn(process, 'wuxin:recordCollection') : '';
}
