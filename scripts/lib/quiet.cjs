'use strict';
// Loaded before NocoBase by `npm start`. Nine of its collections tell Sequelize `logging: true`, so that a first start prints some 2,000
// statements between which nobody finds the address and the accounts.
const print = console.log;
console.log = (...values) => {
  if (!String(values[0]).startsWith('Executing (')) print(...values);
};
