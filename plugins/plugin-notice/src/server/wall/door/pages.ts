import { tellPage, wallPolicy, type WallOptions } from '@wuxin/notice-wall';
import { textOf } from '@wuxin/plugin-bpmn';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Answer } from './exchange';

export const HTML = 'text/html; charset=utf-8';

/** Nothing of what is answered to one person is kept. */
export const pageHeaders = (options: WallOptions): OutgoingHttpHeaders => ({
  'Content-Type': HTML,
  'Content-Security-Policy': wallPolicy(options),
  'Cache-Control': 'no-store',
});

export const say = ({ locale }: WallOptions, key: string, data: Readonly<Record<string, unknown>> = {}): string =>
  textOf(locale, key, data);

export const told = (options: WallOptions, status: number, page: Parameters<typeof tellPage>[1]): Answer => ({
  status,
  headers: pageHeaders(options),
  content: tellPage(options, page),
});
