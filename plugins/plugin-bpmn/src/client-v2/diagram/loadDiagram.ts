import type { DiagramModule } from './contract';

declare const __LAZY_HASHES__: Record<string, string>;

// NocoBase serves these files without Cache-Control: the hash makes a new build a new address.
const version = () => `?v=${__LAZY_HASHES__.diagram}`;

function publicPath(): string {
  // Set by NocoBase's page when it runs below another path than "/".
  const path: unknown = Reflect.get(window, '__nocobase_public_path__');
  return typeof path === 'string' ? path.replace(/\/(v\/)?$/, '') : '';
}

function addStyleSheet(href: string): void {
  if (document.querySelector(`link[href="${href}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
}

let loading: Promise<DiagramModule> | undefined;

/** Loads bpmn-js when the first diagram is shown; a failed download may be tried again. */
export function loadDiagram(): Promise<DiagramModule> {
  const base = `${publicPath()}/static/plugins/@wuxin/plugin-bpmn/dist/client-v2`;
  addStyleSheet(`${base}/diagram.css${version()}`);
  // The module behind this address is diagram/lazy/index.ts, which implements DiagramModule.
  loading ??= (import(`${base}/diagram.mjs${version()}`) as Promise<DiagramModule>).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
