import { main } from './main';

// Not process.exit(): output to a pipe may still be on its way.
process.exitCode = main(process.argv.slice(2), {
  cwd: process.cwd(),
  print: (line) => process.stdout.write(`${line}\n`),
});
