export { PluginCommunityServer, PluginCommunityServer as default } from './plugin';
