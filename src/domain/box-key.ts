import * as v from 'valibot';
import { CATALOGUE } from './ids.ts';

/** The public key boxes are closed for (P-256, uncompressed point, base64url): in the catalogue, so that every phone has it before it needs it. */
export const BoxKey = v.object({ key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{87}$/)) });
export type BoxKey = v.InferOutput<typeof BoxKey>;

/** Where it stands. */
export const BOX_KEY = { scope: CATALOGUE, kind: 'box-key', id: 'server' } as const;
