import { Button } from 'antd';
import { useT } from '../../i18n';
import { Muted } from '../../shared';
import { textIn } from '../settings';
import type { PartProps } from './editing';
import { Part } from './Setting';

/** The form is designed in NocoBase's own designer, over the drawing. */
export function FormPart({
  element,
  options,
  hasRecord,
  onDesign,
}: Pick<PartProps, 'element' | 'options'> & { hasRecord: boolean; onDesign: (elementId: string) => void }) {
  const t = useT();
  const id = textIn(element, 'id');
  const name = textIn(element, 'name') || id;
  if (!hasRecord)
    return (
      <Part title={t('designer.form')}>
        <Muted small>{t('designer.noRecord')}</Muted>
      </Part>
    );
  return (
    <Part title={t('designer.form')}>
      <Button onClick={() => onDesign(id)} aria-label={t('form.designOf', { name })}>
        {t('form.design')}
      </Button>{' '}
      <Muted small>{t(options.facts.forms.includes(id) ? 'designer.hasForm' : 'designer.noForm')}</Muted>
    </Part>
  );
}
