export { paperCountType } from './activity';
export { addsUp, type PaperCount } from './adds-up';
export { countedRating } from './counted-rating';
export { countFormOf, countIn } from './count-form';
export { itemName } from './item-name';
export { agreedCount, countsOf, hasCounted, keepCount } from './store';
