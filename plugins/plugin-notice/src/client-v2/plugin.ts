import { Plugin } from '@nocobase/client-v2';

/** Pages of notices, objections and the disclosure calendar. */
export default class PluginNoticeClient extends Plugin {}
