export { ratingSumsType } from './activity';
export { findRatingProblems } from './check';
export { mustBeRatingForms } from './forms';
export { isRating } from './is-rating';
export { addsUp, agreedCount, countedRating, countIn, hasCounted, itemName, keepCount, paperCountType } from './paper';
export { sheetOf, type Sheet } from './sheet';
export { addToSums } from './sums';
