import { Plugin } from '@nocobase/client-v2';

export default class PluginBallotClient extends Plugin {}
