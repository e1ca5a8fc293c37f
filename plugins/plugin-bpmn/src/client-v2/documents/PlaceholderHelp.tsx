import { Collapse, Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import type { PlaceholderView } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { Loaded, Muted } from '../shared';

const WRAPPING = { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', margin: 0, padding: 0, listStyle: 'none' } as const;

const inBraces = (name: string) => `{${name}}`;

function Rows({ name, columns }: { name: string; columns: string[] }) {
  const t = useT();
  return (
    <li>
      <strong translate="no">{name}</strong>{' '}
      <Muted small>{t('template.rowsHint', { open: `{#${name}}`, close: `{/${name}}` })}</Muted>
      <ul style={WRAPPING}>
        {columns.map((column) => (
          <li key={column}>
            <code>{inBraces(`${name}.${column}`)}</code>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Placeholders({ placeholders }: { placeholders: PlaceholderView[] }) {
  const t = useT();
  return (
    <Flex vertical gap="middle">
      <Muted>{t('template.placeholdersHint')}</Muted>
      <Muted>{t('template.shareHint')}</Muted>
      <ul style={WRAPPING}>
        {placeholders.flatMap(({ name, columns }) =>
          columns === null
            ? [
                <li key={name}>
                  <code>{inBraces(name)}</code>
                </li>,
              ]
            : [],
        )}
      </ul>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 12 }}>
        {placeholders.flatMap(({ name, columns }) =>
          columns === null ? [] : [<Rows key={name} name={name} columns={columns} />],
        )}
      </ul>
    </Flex>
  );
}

function Asked({ processKey }: { processKey: string }) {
  const api = useApi();
  const query = useQuery(useCallback(() => api.processes.placeholders(processKey), [api, processKey]));
  return <Loaded query={query}>{(placeholders) => <Placeholders placeholders={placeholders} />}</Loaded>;
}

/** What may stand between braces in the templates of a process; asked for when somebody opens it. */
export function PlaceholderHelp({ processKey }: { processKey: string }) {
  const t = useT();
  const items = useMemo(
    () => [{ key: 'placeholders', label: t('template.placeholders'), children: <Asked processKey={processKey} /> }],
    [t, processKey],
  );
  return <Collapse size="small" items={items} />;
}
