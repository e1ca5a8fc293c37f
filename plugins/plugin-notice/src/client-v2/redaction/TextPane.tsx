import { Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, theme } from 'antd';
import { memo, useCallback, useMemo } from 'react';
import type { FindingPlace, FindingView, NoticeDesk } from '../../common/api';
import { useT } from '../i18n';
import { NoticeText, type TextAt } from '../shared';
import { isDecided, marksOf, placeKey, segmentsOf, type Decisions, type Mark } from './decisions';

interface Props {
  notice: Pick<NoticeDesk, 'title' | 'body' | 'files'>;
  findings: readonly FindingView[];
  decisions: Decisions;
  onChoose: (id: string) => void;
}

function useMarkStyle() {
  const { token } = theme.useToken();
  return (mark: Mark, decisions: Decisions) => {
    const decision = decisions.get(mark.id);
    const base = { color: token.colorText, padding: '0 2px', borderRadius: token.borderRadiusXS, cursor: 'pointer' };
    if (!isDecided(decision))
      return { ...base, background: token.colorWarningBg, outline: `2px solid ${token.colorWarningBorder}` };
    if (decision?.decision === 'keep') return { ...base, background: 'transparent', textDecoration: 'underline dotted' };
    return { ...base, background: token.colorSuccessBg, fontWeight: token.fontWeightStrong };
  };
}

/** The whole text with what was found in it: open, masked (as it will be), or kept. */
export const TextPane = memo(function TextPane({ notice, findings, decisions, onChoose }: Props) {
  const t = useT();
  const styleOf = useMarkStyle();
  const marks = useMemo(() => marksOf(findings), [findings]);
  const shown = useCallback(
    (text: string, place: FindingPlace) =>
      segmentsOf(text, marks.get(placeKey(place))).map(({ text: piece, mark }, index) =>
        mark ? (
          <mark key={index} data-finding={mark.id} style={styleOf(mark, decisions)} onClick={() => onChoose(mark.id)}>
            {decisions.get(mark.id)?.decision === 'mask' ? mark.mask : piece}
          </mark>
        ) : (
          piece
        ),
      ),
    [marks, decisions, onChoose, styleOf],
  );
  const named = notice.files.filter(({ id }) => marks.has(`name ${id}`));
  return (
    <Flex vertical gap="middle">
      <strong style={{ fontSize: 18, textAlign: 'center' }}>{shown(notice.title, { kind: 'title' })}</strong>
      <NoticeText body={notice.body} renderText={(text, at: TextAt) => shown(text, { kind: 'block', ...at })} />
      {named.length > 0 ? (
        <div>
          <Muted small>{t('redaction.fileNames')}</Muted>
          <ul>
            {named.map(({ id, name }) => (
              <li key={id}>{shown(name, { kind: 'fileName', fileId: id })}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Flex>
  );
});
