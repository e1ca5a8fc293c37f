import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useDebounced } from './useDebounced';
import { useIsPhone } from './useIsPhone';

const PAUSE_IN_MS = 350;
const WIDTH = 280;

interface SearchInputProps {
  label: string;
  /** What is searched for already, where others may change it too, as an address does. */
  asked?: string;
  /** Where there is no phone, in pixels. */
  width?: number;
  /** Is told the trimmed text after a pause in typing. */
  onSettled: (text: string) => void;
}

/** The text that a list is searched for. */
export function SearchInput({ label, asked = '', width = WIDTH, onSettled }: SearchInputProps) {
  const isPhone = useIsPhone();
  const [text, setText] = useState(asked);
  const told = useRef(asked);
  const settled = useDebounced(text.trim(), PAUSE_IN_MS);
  useEffect(() => {
    if (asked === told.current) return;
    told.current = asked;
    setText(asked);
  }, [asked]);
  useEffect(() => {
    if (settled === told.current) return;
    told.current = settled;
    onSettled(settled);
    // Only a pause in typing tells; another address alone must not write itself back.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [settled]);
  return (
    <Input
      value={text}
      onChange={(event) => setText(event.target.value)}
      prefix={<SearchOutlined aria-hidden />}
      aria-label={label}
      placeholder={label}
      allowClear
      style={isPhone ? { flex: '1 1 100%' } : { width }}
    />
  );
}
