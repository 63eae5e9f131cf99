import { openDatabase } from '../src/index.ts';

const database = await openDatabase({ dataDir: process.argv[2] });
await database.executeScript('CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)');
console.log('open');
setInterval(() => {}, 60_000);
