// Mounts the real pages of plugin-bpmn with the host replaced by stubs and the server by fixtures (see serve.cjs).
import { ConfigProvider, Layout } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import dayjs from 'dayjs';
import { lazy, StrictMode, Suspense, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import PluginBpmnClient from '..';
import { setFlowContext, setLanguage } from '../../../../../test/stubs/flow-engine';
import { request } from './fake-api';

const isEnglish = localStorage.getItem('language') === 'en-US';
setLanguage(isEnglish ? 'en-US' : 'zh-CN');
if (!isEnglish) dayjs.locale('zh-cn');
document.documentElement.lang = isEnglish ? 'en-US' : 'zh-CN';
setFlowContext({ api: { request } });

interface Registered {
  registered: { routes: Record<string, { path: string; componentLoader?: () => Promise<{ default: ComponentType }> }> };
}

async function start(container: Element) {
  const plugin = new PluginBpmnClient();
  await plugin.load();
  // The stub of Plugin (test/stubs/client-v2.ts) remembers the routes.
  const { routes } = (plugin as unknown as Registered).registered;
  const router = createBrowserRouter(
    Object.values(routes).map(({ path, componentLoader }) => {
      const Page = lazy(componentLoader ?? (() => Promise.reject(new Error(path))));
      return { path, element: <Page /> };
    }),
  );
  createRoot(container).render(
    <StrictMode>
      <ConfigProvider locale={isEnglish ? enUS : zhCN}>
        <Layout style={{ minHeight: '100vh' }}>
          <main>
            <Suspense>
              <RouterProvider router={router} />
            </Suspense>
          </main>
        </Layout>
      </ConfigProvider>
    </StrictMode>,
  );
}

const container = document.getElementById('root');
if (container) void start(container);
