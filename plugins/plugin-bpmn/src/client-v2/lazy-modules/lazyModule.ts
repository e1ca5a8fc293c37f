declare const __LAZY_HASHES__: Record<string, string>;

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

/**
 * A part of the client in a file of its own (`lazyModules` in package.json), with its style sheet where it has one. Loaded when it is first needed; a failed download
 * may be tried again. `Module` is what its entry exports: the caller keeps the two in step.
 */
export function lazyModule<Module>(key: string, { hasStyle = true } = {}): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  return () => {
    // NocoBase serves these files without Cache-Control: the hash makes a new build a new address
    const address = (extension: string) =>
      `${publicPath()}/static/plugins/@wuxin/plugin-bpmn/dist/client-v2/${key}.${extension}?v=${__LAZY_HASHES__[key]}`;
    if (hasStyle) addStyleSheet(address('css'));
    loading ??= (import(address('mjs')) as Promise<Module>).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
