// The real server without the built app, which somebody may be building anew meanwhile.
import { join } from 'node:path';
import { start } from '#server/main';

await start(process.env, { dist: join(process.env['PEPITES_DATA'] ?? 'data', 'no-app') });
