export { opinionsActivity } from './activity';
export { beginCollection } from './begin';
export { createCollection, moveCollections, openCollectionsOf } from './collections';
export { listCollections, listOpinions, viewCollection } from './desk';
export { opinionsSorted } from './invariants';
export { registerOpinionJobs } from './jobs';
export { type AnnouncementDesk, announcementsOf, type AskedAnnouncement, type AskedFeedback } from './ports';
export { opinionByCode, receiveOpinion, receiveOpinionFromWall, type WallOpinion } from './receive';
export { cancelCollection, closeCollection, decideOpinion, revealGiver } from './sort';
