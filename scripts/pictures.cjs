'use strict';
// npm run pictures: takes all pictures of docs/images anew, of a demonstration that was made for them.
process.env.WUXIN_PICTURES = 'on';
process.argv.push('pictures'); // a name of a test, so one server is enough
require('./e2e.cjs');
