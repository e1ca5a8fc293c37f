import { Plugin } from '@nocobase/server';

export class PluginCommunityServer extends Plugin {}
