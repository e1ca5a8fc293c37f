export { ratingSumsType } from './activity';
export { findRatingProblems } from './check';
export { isRating } from './is-rating';
export { sheetOf } from './sheet';
export { addToSums } from './sums';
