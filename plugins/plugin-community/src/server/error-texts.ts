import type { Application } from '@nocobase/server';
import type { Context } from '@nocobase/actions';
import enUS from '../locale/en-US.json';
import zhCN from '../locale/zh-CN.json';
import { CommunityError } from './errors';

const TEXTS = { 'zh-CN': zhCN, 'en-US': enUS } as const;
type Locale = keyof typeof TEXTS;

interface ErrorHandlerPlugin {
  readonly errorHandler: {
    register(guard: (error: Error) => boolean, render: (error: Error, context: Context) => void): void;
  };
}

/** Answers our refusals with their status and a sentence in the reader's language. */
export function answerRefusals(app: Application): void {
  const plugin = app.pm.get('error-handler') as unknown as ErrorHandlerPlugin | undefined; // NocoBase declares the base class
  plugin?.errorHandler.register(
    (error) => error instanceof CommunityError,
    (error, context) => {
      if (!(error instanceof CommunityError)) return;
      const { code, status, data } = error;
      context.status = status;
      context.body = { errors: [{ code, message: messageOf(error, localeOf(context.get('X-Locale'))), data }] };
    },
  );
}

export function messageOf({ code, data, messages }: CommunityError, locale: Locale): string {
  if (messages) return messages[locale];
  return textOf(locale, `errors.${code}`, data) ?? code;
}

/** Says a refusal of ours where a process is tried out. */
export function refusalWords(error: unknown, locale: Locale): { readonly code: string; readonly text: string } | undefined {
  return error instanceof CommunityError ? { code: error.code, text: messageOf(error, locale) } : undefined;
}

/** Says what is wrong with the configuration of a step. @returns undefined for what is no problem of ours */
export function problemText(locale: Locale, code: string, data: Readonly<Record<string, unknown>>): string | undefined {
  return textOf(locale, `problems.${code}`, data);
}

/** What administrators choose a kind of automatic work by. */
export function activityTitle(locale: Locale, type: string): string {
  return textOf(locale, `activityType.${type}`, {}) ?? type;
}

function textOf(locale: Locale, key: string, data: Readonly<Record<string, unknown>>): string | undefined {
  const texts: Readonly<Record<string, string>> = TEXTS[locale];
  return texts[key]?.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => plain(data[name]));
}

const plain = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const localeOf = (language: string): Locale => (language.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN');
