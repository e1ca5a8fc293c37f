import { Flex } from 'antd';
import { Muted } from './Muted';

/** A part of the page that has nothing at the moment: what will appear there, in little room. */
export function EmptyNote({ title, hint }: { title: string; hint: string }) {
  return (
    <Flex vertical gap={4}>
      <span>{title}</span>
      <Muted small>{hint}</Muted>
    </Flex>
  );
}
