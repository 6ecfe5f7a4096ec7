import * as v from 'valibot';

/** Content type of a refusal (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json';

/** Every code the API may refuse with, and its status. Words, picture and sound of each live in i18n. */
export const PROBLEM_STATUS = {
  Malformed: 400,
  ProtocolUnknown: 400,
  SignatureBad: 400,
  SignInNeeded: 401,
  NotAllowed: 403,
  CardUnknown: 404,
  NotFound: 404,
  MethodNotAllowed: 405,
  Fork: 409,
  Gap: 409,
  CardVoid: 410,
  TooLarge: 413,
  MediaType: 415,
  CodeWrong: 422,
  CodeLocked: 423,
  TooMany: 429,
  Broken: 500,
  StorageFull: 507,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** Body of a refusal: a stable code, never a stack trace, never what was sent. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(Object.keys(PROBLEM_STATUS) as ProblemCode[]),
});
export type Problem = v.InferOutput<typeof Problem>;

/** The refusal of `code`, ready to be sent. */
export const problem = (code: ProblemCode): Problem => ({
  type: `urn:pepites:problem:${code}`,
  title: code,
  status: PROBLEM_STATUS[code],
  code,
});
