import { App, Button, Checkbox, Flex, Form } from 'antd';
import { useCallback, useState } from 'react';
import type { DecisionDetail } from '../../common/api';
import { useApi, useCommand, type BpmnApi } from '../api';
import { useT } from '../i18n';
import { LackNote, useOwnRights, useRightTo } from '../rights';
import { ActDialog, Muted } from '../shared';
import type { DecisionEditor } from './useDecisionEditor';

interface SaveValues {
  reason: string;
  adopts?: boolean;
}

export interface SaveBarProps {
  detail: DecisionDetail;
  editor: DecisionEditor;
  onSaved: () => void;
}

const adoptable = ({ usedBy }: DecisionDetail) => usedBy.filter(({ hasDraft }) => !hasDraft);

async function save(api: BpmnApi, detail: DecisionDetail, table: unknown, { reason, adopts }: SaveValues): Promise<void> {
  await api.decisions.change(detail.key, { table, reason, fromNumber: detail.newestNumber });
  if (!adopts) return;
  for (const { processKey } of adoptable(detail)) await api.processes.renew(processKey, reason);
}

/** Who goes on as before, and who takes the new table when, in numbers. */
function Consequence({ detail }: { detail: DecisionDetail }) {
  const t = useT();
  const { usedBy, newestNumber } = detail;
  const names = usedBy.map(({ processName }) => processName).join(t('common.listSeparator'));
  const cases = usedBy.reduce((sum, { runningCases }) => sum + runningCases, 0);
  const drafts = usedBy.filter(({ hasDraft }) => hasDraft);
  return (
    <>
      {t('decision.saveConsequence', { number: newestNumber + 1 })}{' '}
      {usedBy.length > 0 ? t('decision.saveReach', { processes: usedBy.length, names, cases }) : t('decision.saveUnused')}
      {drafts.length > 0
        ? ` ${t('decision.saveDrafts', { names: drafts.map(({ processName }) => processName).join(t('common.listSeparator')) })}`
        : null}
    </>
  );
}

function SaveDialog({
  detail,
  editor,
  onDone,
  onCancel,
}: {
  detail: DecisionDetail;
  editor: DecisionEditor;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const api = useApi();
  const { draft } = editor;
  const { run, ...state } = useCommand(
    useCallback((values: SaveValues) => save(api, detail, draft, values), [api, detail, draft]),
  );
  const { publish, asksForTwo } = useOwnRights();
  // where two people are asked for, another one takes the changed table over
  const count = publish && !asksForTwo ? adoptable(detail).length : 0;
  return (
    <ActDialog<SaveValues>
      {...state}
      title={t('decision.save')}
      consequence={<Consequence detail={detail} />}
      okText={t('decision.saveButton')}
      reasonLabel={t('decision.saveNote')}
      onOk={async (values) => {
        if (await run(values)) onDone();
      }}
      onCancel={onCancel}
    >
      {count > 0 ? (
        <Form.Item name="adopts" valuePropName="checked" initialValue>
          <Checkbox>{t('decision.adoptNow', { count })}</Checkbox>
        </Form.Item>
      ) : null}
    </ActDialog>
  );
}

/** Saves what is in the editor as a new version, once nothing is wrong with it. */
export function SaveBar({ detail, editor, onSaved }: SaveBarProps) {
  const t = useT();
  const { message } = App.useApp();
  const [isSaving, setIsSaving] = useState(false);
  const { problems, isChanged, check, edit } = editor;
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const isChecked = check.status === 'ready' && !check.isRefreshing;
  const design = useRightTo('design');
  const maySave = design.may && (isChanged || !detail.isActive) && isChecked && !hasErrors;
  return (
    <Flex gap="small" wrap align="center">
      <Button type="primary" disabled={!maySave} title={design.why} onClick={() => setIsSaving(true)}>
        {t('decision.save')}
      </Button>
      <Button disabled={!isChanged} onClick={() => edit({ type: 'reset', table: detail.table })}>
        {t('decision.reset')}
      </Button>
      <Muted small>{hasErrors ? t('decision.errorsFirst') : t(isChanged ? 'decision.unsaved' : 'decision.unchanged')}</Muted>
      <LackNote of={['design']} />
      {isSaving ? (
        <SaveDialog
          detail={detail}
          editor={editor}
          onDone={() => {
            setIsSaving(false);
            message.success(t('decision.saved'));
            onSaved();
          }}
          onCancel={() => setIsSaving(false)}
        />
      ) : null}
    </Flex>
  );
}
