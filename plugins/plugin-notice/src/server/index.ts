/** The door of plugin-notice for other plugins. */
export { PluginNoticeServer, PluginNoticeServer as default } from './plugin';
export { discloseEvent, type DisclosedEvent, supervisionOf, type SupervisionProvider } from './disclosures';
export { higherDecidersOf } from './objections';
export { publicFile, publicNotice, type Wall, wallOf } from './publication';
