import { Plugin } from '@nocobase/server';

export class PluginBpmnServer extends Plugin {}
