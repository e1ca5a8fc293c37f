'use strict';
// Starts the official NocoBase of this folder, which knows nothing of ours. Only the prefix of our packages is allowed.
const { randomBytes } = require('node:crypto');
const { dirname, join } = require('node:path');

process.chdir(__dirname);
Object.assign(process.env, {
  APP_ENV: 'production',
  APP_KEY: process.env.APP_KEY || randomBytes(32).toString('hex'),
  APP_CLIENT_ENTRY_MODE: 'modern-default',
  DB_DIALECT: 'sqlite',
  DB_STORAGE: 'storage/db/host.sqlite',
  STORAGE_PATH: join(__dirname, 'storage'),
  INIT_APP_LANG: 'zh-CN',
  INIT_ROOT_EMAIL: 'admin@example.com',
  INIT_ROOT_USERNAME: 'admin',
  INIT_ROOT_NICKNAME: 'Administrator',
  INIT_ROOT_PASSWORD: process.env.INIT_ROOT_PASSWORD,
  LOGGER_TRANSPORT: 'dailyRotateFile',
  PLUGIN_PACKAGE_PREFIX: '@nocobase/plugin-,@nocobase/preset-,@wuxin/plugin-',
});
const { initEnv, buildIndexHtml } = require('@nocobase/cli-v1/src/util.js');
initEnv();
process.env.APP_PACKAGE_ROOT = dirname(require.resolve('@nocobase/app/package.json'));
buildIndexHtml();
process.argv.splice(2, 0, 'start', '--quickstart');
require(join(process.env.APP_PACKAGE_ROOT, 'lib/index.js'));
