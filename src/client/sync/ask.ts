import type { Chance } from '#base/ambient';
import { toBase64url } from '#base/bytes';
import type { Json } from '#base/canonical-json';
import type { ProblemCode } from '#protocol/problem';
import type { Answer, ApiPath, Silence, Transport } from './transport.ts';

/** What the server said to one question, parsed. */
export type Said<T> =
  | { readonly type: 'answer'; readonly value: T }
  | { readonly type: 'problem'; readonly code: ProblemCode }
  | { readonly type: 'silence'; readonly why: Silence };

// Standard Schema (https://standardschema.dev), which valibot's schemas implement: no need to know the library here.
interface Schema<T> {
  readonly '~standard': { validate(value: unknown): Validated<T> | Promise<Validated<T>> };
}
type Validated<T> = { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly unknown[] };

/** An answer, parsed; what does not fit the schema is no answer. */
export const parsed = async <T>(answer: Answer, schema: Schema<T>): Promise<Said<T>> => {
  if (answer.type !== 'answer') return answer;
  const found = await schema['~standard'].validate(answer.body);
  return found.issues ? { type: 'silence', why: 'foreign' } : { type: 'answer', value: found.value };
};

/** Posts a question and parses its answer. */
export const ask = async <T>(transport: Transport, path: ApiPath, body: Json, schema: Schema<T>): Promise<Said<T>> =>
  parsed(await transport.post(path, body), schema);

/** As `ask`, for questions that carry a nonce: an answer that does not echo it (late, doubled, made up on the way) is no answer. */
export const askOnce = async <T extends { readonly nonce: string }>(
  { transport, chance }: { readonly transport: Transport; readonly chance: Chance },
  path: ApiPath,
  body: { readonly [key: string]: Json | undefined },
  schema: Schema<T>,
): Promise<Said<T>> => {
  const nonce = toBase64url(chance(16));
  const said = await ask(transport, path, { ...body, nonce }, schema);
  return said.type === 'answer' && said.value.nonce !== nonce ? { type: 'silence', why: 'foreign' } : said;
};
