import { App } from 'antd';
import { useCallback } from 'react';
import type { ClosingView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';
import { stretchInWords } from './closingWords';
import { Effect } from './Effect';

export interface RemoveClosingProps {
  closing: ClosingView;
  onDone: () => void;
  onCancel: () => void;
}

/** Takes a closing back; says before how many deadlines move. */
export function RemoveClosing({ closing, onDone, onCancel }: RemoveClosingProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { id, place, name } = closing;
  const { run, ...state } = useCommand(
    useCallback(() => api.calendars.removeClosing({ placeId: place.id, closing: id }), [api, place, id]),
  );
  return (
    <ActDialog
      {...state}
      title={t('calendar.closing.removeOf', { name })}
      tone="warning"
      consequence={<Effect change={{ placeId: place.id, days: [], withoutClosing: id }} />}
      okText={t('calendar.closing.remove')}
      isDanger
      isReasonAsked={false}
      onOk={async () => {
        const done = await run();
        if (!done) return;
        message.success(t('calendar.closing.removed', { moved: done.value.moved }));
        onDone();
      }}
      onCancel={onCancel}
    >
      <p>{stretchInWords(closing, t)}</p>
    </ActDialog>
  );
}
