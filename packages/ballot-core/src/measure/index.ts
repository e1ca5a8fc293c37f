export { LOCALES, labelOf, type LabelOverrides, type Locale, type Localized } from './labels';
export { areComparable, isMeasure, unitOf, type Amounts, type Measure, type Unit } from './measures';
export { readArea, readWhole, toQuantity, type Quantity } from './quantity';
