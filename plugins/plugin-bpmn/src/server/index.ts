export { PluginBpmnServer, PluginBpmnServer as default } from './plugin';
