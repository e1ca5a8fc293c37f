import { useMemo } from 'react';
import { type TextKey, type Translate, useT } from '../i18n';
import { ELEMENT_KIND_TEXT, VisuallyHidden } from '../shared';
import type { DesignerHandle, Standing } from './contract';

const KIND_TEXT: Readonly<Record<string, TextKey | undefined>> = ELEMENT_KIND_TEXT;

function inWords(standing: Standing, t: Translate): string {
  const named = (name: string) => name || t('designer.unnamed');
  switch (standing.kind) {
    case 'none':
      return t('designer.standing.none', { total: standing.total });
    case 'several':
      return t('designer.standing.several', { count: standing.count });
    case 'flow': {
      const { name, at, total } = standing;
      const ends = { from: named(standing.from), to: named(standing.to), at, total };
      return name ? t('designer.standing.namedFlow', { name, ...ends }) : t('designer.standing.flow', ends);
    }
    case 'element': {
      const { type, name, to, at, total } = standing;
      const kind = t(KIND_TEXT[type] ?? 'designer.standing.other');
      const place = t('designer.standing.element', { kind, name: named(name), at, total });
      if (to.length === 0) return place;
      return `${place}${t('designer.standing.to', { names: to.map(named).join(t('common.listSeparator')) })}`;
    }
  }
}

/** Says to those who do not see the drawing what is chosen in it, whenever something else is. */
export function ChosenNote({ handle, look }: { handle: DesignerHandle; look: number }) {
  const t = useT();
  // `look` grows with every choice and every change
  const text = useMemo(() => (look >= 0 ? inWords(handle.standing(), t) : ''), [handle, look, t]);
  return (
    <VisuallyHidden>
      <span role="status">{text}</span>
    </VisuallyHidden>
  );
}
