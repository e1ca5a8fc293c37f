import { Alert, Flex } from 'antd';
import type { PackImported } from '../../common/api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { LinkButton, Panel } from '../shared';

/** What came of it: drafts, each with what is left to do before it holds. */
export function ImportedList({ imported }: { imported: PackImported[] }) {
  const t = useT();
  return (
    <>
      <Alert type="success" showIcon role="status" message={t('pack.imported', { count: imported.length })} />
      {imported.map(({ key, name, number, isNew, problems }) => {
        const errors = problems.filter(({ severity }) => severity === 'error');
        return (
          <Panel key={key} title={name}>
            <Flex vertical gap="middle">
              <span>{t('pack.isDraft', { number })}</span>
              {errors.length > 0 ? (
                <Alert
                  type="warning"
                  showIcon
                  message={t('pack.problems', { count: errors.length })}
                  description={errors.map(({ text }) => text).join(' ')}
                />
              ) : null}
              <Flex gap="small" wrap>
                <LinkButton to={paths.process(key)}>{t('pack.openProcess')}</LinkButton>
                {isNew || number < 2 ? null : (
                  <LinkButton to={paths.compare(key, number - 1, number)}>{t('pack.compare', { number: number - 1 })}</LinkButton>
                )}
              </Flex>
            </Flex>
          </Panel>
        );
      })}
    </>
  );
}
