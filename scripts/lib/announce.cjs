'use strict';
// Tells the person at the terminal where to go, once the server answers.
const { existsSync, readFileSync } = require('node:fs');
const { get } = require('node:http');
const { join } = require('node:path');
const { root } = require('./install.cjs');

const accountsFile = join(root, 'workflows/demo/accounts.json');

/** None where the demonstration is switched off: its people do not exist there. */
function accountLines() {
  if (process.env.WUXIN_DEMO === 'off' || !existsSync(accountsFile)) return [];
  const { password, accounts } = JSON.parse(readFileSync(accountsFile, 'utf8'));
  return [
    `  演示账号（密码均为 ${password}）/ demonstration accounts (password ${password} for all):`,
    ...accounts.map(({ username, nickname, role, roleEn }) => `    ${username.padEnd(14)} ${nickname} · ${role} / ${roleEn}`),
    '  正式使用前用 WUXIN_DEMO=off 新建数据库：演示账号和密码是公开的。',
    '  For real use make a new database with WUXIN_DEMO=off: the demonstration accounts and their password are public.',
  ];
}

/** What the person at the terminal reads. */
function announcement(port) {
  const { INIT_ROOT_USERNAME, INIT_ROOT_PASSWORD } = process.env;
  const lines = [
    '',
    '  五心 Wuxin 已就绪 / is ready',
    `  http://localhost:${port}/`,
    `  系统管理员 / administrator: ${INIT_ROOT_USERNAME} / ${INIT_ROOT_PASSWORD}`,
    "  请登录后立即修改管理员密码。/ Sign in and change the administrator's password at once.",
    ...accountLines(),
    '',
  ];
  return lines.join('\n');
}

/** Asks the health check once a second; returns a function that stops asking. */
function announceWhenReady(port) {
  const timer = setInterval(() => {
    const request = get({ host: '127.0.0.1', port, path: '/api/__health_check', timeout: 900 }, (response) => {
      response.resume();
      if (response.statusCode !== 200) return;
      clearInterval(timer);
      console.log(announcement(port));
    });
    request.on('error', () => undefined);
  }, 1000);
  return () => clearInterval(timer);
}

module.exports = { announceWhenReady, announcement };
