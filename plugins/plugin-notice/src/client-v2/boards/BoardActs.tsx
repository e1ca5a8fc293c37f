import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Input } from 'antd';
import type { BoardView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { PlaceSelect } from '../shared';

interface BoardValues extends ActValues {
  placeId?: string;
  name: string;
  address?: string;
}

interface OfBoard {
  board: BoardView;
  onDone: () => void;
}

function NameFields() {
  const t = useT();
  const label = t('noticeBoard.name');
  return (
    <>
      <Form.Item
        name="name"
        label={label}
        extra={t('noticeBoard.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('notice.fillIn', { name: label }) }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="address" label={t('noticeBoard.address')}>
        <Input maxLength={120} />
      </Form.Item>
    </>
  );
}

export function AddBoard({ onDone }: { onDone: () => void }) {
  const t = useT();
  const api = useApi();
  const label = t('notice.place');
  return (
    <Act<BoardValues>
      isMain
      label={t('noticeBoard.add')}
      consequence={t('noticeBoard.addConsequence')}
      run={({ placeId, name, address }) => api.boards.create({ placeId: placeId ?? null, name, address: address ?? '' })}
      done={t('noticeBoard.added')}
      onDone={onDone}
    >
      <Form.Item name="placeId" label={label} rules={[{ required: true, message: t('notice.fillIn', { name: label }) }]}>
        <PlaceSelect />
      </Form.Item>
      <NameFields />
    </Act>
  );
}

export function ChangeBoard({ board, onDone }: OfBoard) {
  const t = useT();
  const api = useApi();
  return (
    <Act<BoardValues>
      label={t('noticeBoard.change')}
      consequence={t('noticeBoard.changeConsequence')}
      initialValues={{ name: board.name, address: board.address }}
      run={({ name, address }) => api.boards.update(board.id, { name, address: address ?? '' })}
      done={t('noticeBoard.saved')}
      onDone={onDone}
      button={{ 'aria-label': t('noticeBoard.changeOne', { name: board.name }) }}
    >
      <NameFields />
    </Act>
  );
}

/** One that is no longer in use stays with the notices that hung on it. */
export function SetInUse({ board: { id, name, isInUse }, onDone }: OfBoard) {
  const t = useT();
  const api = useApi();
  return (
    <Act
      label={t(isInUse ? 'noticeBoard.retire' : 'noticeBoard.use')}
      consequence={t(isInUse ? 'noticeBoard.retireConsequence' : 'noticeBoard.useConsequence', { name })}
      run={() => api.boards.update(id, { isInUse: !isInUse })}
      done={t('noticeBoard.saved')}
      onDone={onDone}
      button={{ 'aria-label': t(isInUse ? 'noticeBoard.retireOne' : 'noticeBoard.useOne', { name }) }}
    />
  );
}
