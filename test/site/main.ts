import { startSite } from './server.ts';

const port = Number(process.env.PORT ?? 0);
const site = await startSite({ port });
console.log(`The demo page is at ${site.url}. Ctrl+C ends it.`);
