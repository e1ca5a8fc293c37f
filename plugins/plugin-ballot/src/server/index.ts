/** The door of plugin-ballot for other plugins. */
export { PluginBallotServer, PluginBallotServer as default } from './plugin';
