import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';

/** Whether parsed JSON is meant as a badge of Open Badges 1 or 2. */
export const looksLikeAssertion = (value: unknown): value is JsonObject =>
  isObject(value) && !Object.hasOwn(value, 'credentialSubject') && Object.hasOwn(value, 'badge') && Object.hasOwn(value, 'recipient');
