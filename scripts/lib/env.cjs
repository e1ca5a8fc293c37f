'use strict';
// The environment that NocoBase runs in: the shell wins over .env, .env over the defaults here.
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { root } = require('./install.cjs');

/** Folders of our plugins, each with its package.json. */
function ownPlugins() {
  return readdirSync(join(root, 'plugins'))
    .map((name) => join(root, 'plugins', name))
    .filter((dir) => existsSync(join(dir, 'package.json')))
    .map((dir) => ({ dir, manifest: JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) }));
}

const defaults = () => ({
  APP_ENV: 'production',
  APP_PORT: '13000',
  APP_CLIENT_ENTRY_MODE: 'modern-default',
  DB_DIALECT: 'sqlite',
  DB_STORAGE: 'storage/db/wuxin.sqlite',
  INIT_APP_LANG: 'zh-CN',
  TZ: 'Asia/Shanghai',
  DB_TIMEZONE: '+08:00',
  INIT_ROOT_EMAIL: 'admin@example.com',
  INIT_ROOT_PASSWORD: 'admin123',
  INIT_ROOT_NICKNAME: '系统管理员',
  INIT_ROOT_USERNAME: 'admin',
  LOGGER_TRANSPORT: 'dailyRotateFile',
  LOGGER_LEVEL: 'info',
  DISABLE_PKG_DOWNLOAD: 'true',
  // SQLite writers wait in these threads for each other; four of them could all wait for one that needs a fifth
  UV_THREADPOOL_SIZE: '32',
  PLUGIN_PACKAGE_PREFIX: '@nocobase/plugin-,@nocobase/preset-,@wuxin/plugin-',
  APPEND_PRESET_BUILT_IN_PLUGINS: ownPlugins()
    .map((plugin) => plugin.manifest.name)
    .join(','),
  WUXIN_CONTENT_PATH: join(root, 'workflows'),
});

/** Sets `process.env` for NocoBase and writes the index.html files of its clients. Call it before anything of NocoBase loads. */
function prepareEnvironment() {
  process.chdir(root);
  require('dotenv').config({ path: join(root, '.env') });
  for (const [name, value] of Object.entries(defaults())) process.env[name] ||= value;
  process.env.APP_KEY ||= require('./secret.cjs').applicationKey();
  const { initEnv, buildIndexHtml } = require('@nocobase/cli-v1/src/util.js');
  initEnv();
  process.env.APP_PACKAGE_ROOT = dirname(require.resolve('@nocobase/app/package.json'));
  buildIndexHtml();
}

module.exports = { ownPlugins, prepareEnvironment };
