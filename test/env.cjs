'use strict';
// The environment of server tests. What the shell sets wins (CI runs the same tests on PostgreSQL with DB_*).
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { databaseOfWorker } = require('./worker-database.cjs');

const root = resolve(__dirname, '..');
const temporary = () => mkdtempSync(join(tmpdir(), 'wuxin-test-'));
// packages that a worker loads once may keep where they store files; the database is each test file's own
globalThis.wuxinStorage ??= process.env.STORAGE_PATH || temporary();
const storage = globalThis.wuxinStorage;

const defaults = {
  APP_ENV: 'test',
  NODE_ENV: 'test',
  APP_KEY: 'test-key-0123456789abcdef',
  DB_DIALECT: 'sqlite',
  // a file: in memory there is one connection, and two transactions at a time would be one
  DB_STORAGE: join(temporary(), 'test.sqlite'),
  DB_UNDERSCORED: 'false',
  DB_TIMEZONE: '+08:00',
  TZ: 'Asia/Shanghai',
  INIT_APP_LANG: 'zh-CN',
  INIT_ROOT_EMAIL: 'admin@nocobase.com',
  INIT_ROOT_PASSWORD: 'admin123',
  INIT_ROOT_NICKNAME: 'Super Admin',
  INIT_ROOT_USERNAME: 'nocobase',
  LOGGER_TRANSPORT: 'console',
  LOGGER_LEVEL: 'error',
  LOGGER_SILENT: 'true',
  // tests carry out what is due themselves, when they want it
  WUXIN_WORKER: 'off',
  PLUGIN_PACKAGE_PREFIX: '@nocobase/plugin-,@nocobase/preset-,@wuxin/plugin-',
  NODE_MODULES_PATH: join(root, 'node_modules'),
  API_BASE_PATH: '/api/',
  APP_PUBLIC_PATH: '/',
  PLUGIN_STATICS_PATH: '/static/plugins/',
  CACHE_DEFAULT_STORE: 'memory',
  CACHE_MEMORY_MAX: '2000',
  DEFAULT_STORAGE_TYPE: 'local',
  WS_PATH: '/ws',
  STORAGE_PATH: storage,
  LOCAL_STORAGE_DEST: join(storage, 'uploads'),
  PLUGIN_STORAGE_PATH: join(storage, 'plugins'),
};

for (const [name, value] of Object.entries(defaults)) process.env[name] ||= value;

const { DB_DIALECT, DB_DATABASE, JEST_WORKER_ID } = process.env;
if (DB_DIALECT !== 'sqlite' && DB_DATABASE && JEST_WORKER_ID)
  process.env.DB_DATABASE = databaseOfWorker(DB_DATABASE, JEST_WORKER_ID);
