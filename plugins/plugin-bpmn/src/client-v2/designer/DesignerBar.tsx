import {
  ExpandOutlined,
  QuestionCircleOutlined,
  RedoOutlined,
  SearchOutlined,
  UndoOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, Flex, Space } from 'antd';
import type { Problem } from '../../common/api';
import { useT } from '../i18n';
import { useRightTo } from '../rights';
import type { DesignerHandle } from './contract';
import { SaveNote } from './SaveNote';
import type { Saving } from './useSaving';

interface BarProps {
  handle: DesignerHandle | null;
  /** Grows with every change: what can be undone is asked again. */
  look: number;
  saving: Saving;
  /** Null until they are known: what may have errors is not published. */
  problems: readonly Problem[] | null;
  isReady: boolean;
  onPublish: () => Promise<void>;
  onTryOut: () => Promise<void>;
  onKeys: () => void;
}

/** What is done with the whole drawing; it stands above it, so that nothing covers the bpmn.io mark. */
export function DesignerBar({ handle, saving, problems, isReady, onPublish, onTryOut, onKeys }: BarProps) {
  const t = useT();
  const { canUndo, canRedo } = isReady && handle ? handle.steps() : { canUndo: false, canRedo: false };
  const mayPublish = useRightTo('publish');
  const hasErrors = problems?.some(({ severity }) => severity === 'error');
  const hasDraft = saving.number !== null || saving.state.kind !== 'saved';
  const tool = (label: string, icon: React.ReactNode, act: () => void, isOn = isReady) => (
    <Button icon={icon} aria-label={label} title={label} disabled={!isOn} onClick={act} />
  );
  return (
    <Flex gap="small" wrap align="center" justify="space-between">
      <Flex gap="small" wrap align="center">
        <Space.Compact>
          {tool(t('designer.undo'), <UndoOutlined aria-hidden />, () => handle?.undo(), canUndo)}
          {tool(t('designer.redo'), <RedoOutlined aria-hidden />, () => handle?.redo(), canRedo)}
        </Space.Compact>
        <Space.Compact>
          {tool(t('diagram.zoomIn'), <ZoomInOutlined aria-hidden />, () => handle?.zoom('in'))}
          {tool(t('diagram.zoomOut'), <ZoomOutOutlined aria-hidden />, () => handle?.zoom('out'))}
          {tool(t('diagram.fit'), <ExpandOutlined aria-hidden />, () => handle?.zoom('fit'))}
        </Space.Compact>
        {tool(t('designer.find'), <SearchOutlined aria-hidden />, () => handle?.find())}
        {tool(t('designer.keys'), <QuestionCircleOutlined aria-hidden />, onKeys, true)}
        <SaveNote saving={saving} onRetry={() => handle && void saving.flush(handle)} />
      </Flex>
      <Flex gap="small" wrap>
        <Button disabled={!isReady || hasErrors !== false || saving.state.kind === 'conflict'} onClick={() => void onTryOut()}>
          {t('tryOut.button')}
        </Button>
        <Button
          type="primary"
          disabled={!isReady || hasErrors !== false || !hasDraft || saving.state.kind === 'conflict'}
          title={mayPublish.why ?? (hasErrors ? t('publish.hasErrors') : hasDraft ? undefined : t('designer.nothingToPublish'))}
          onClick={() => void onPublish()}
        >
          {t(mayPublish.may ? 'publish.button' : 'twoPeople.ask')}
        </Button>
      </Flex>
    </Flex>
  );
}
