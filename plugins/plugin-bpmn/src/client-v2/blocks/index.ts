export { BlockLoaded } from './BlockLoaded';
export { BlockRows } from './BlockRows';
export { defineBlock } from './defineBlock';
export { type BlockSettings, type PlaceSettingProps } from './settings';
