import * as v from 'valibot';

/** Content type of a refusal (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json';

/** Every code the API may refuse with, and its status. Words, picture and sound of each live in i18n. */
export const PROBLEM_STATUS = {
  Malformed: 400,
  ProtocolUnknown: 400,
  SignatureBad: 400,
  /** An address that is not asked: no https, none of the public Internet. */
  AddressRefused: 400,
  SignInNeeded: 401,
  NotAllowed: 403,
  CardUnknown: 404,
  NotFound: 404,
  MethodNotAllowed: 405,
  /** An upload goes on elsewhere: HEAD says where. */
  OffsetWrong: 409,
  Fork: 409,
  Gap: 409,
  CardVoid: 410,
  /** This device was ended by its owner or by staff: nothing may stay on it. */
  DeviceEnded: 410,
  /** What another host served before has been taken back. */
  DocumentGone: 410,
  /** Another version of the upload protocol is spoken. */
  TusUnknown: 412,
  TooLarge: 413,
  /** All the room this person has is used. */
  QuotaFull: 413,
  MediaType: 415,
  RangeWrong: 416,
  CodeWrong: 422,
  /** The bytes that came are not those that were named: from the beginning. */
  HashWrong: 422,
  /** A box that is not for this server, or not as it was closed. */
  BoxUnreadable: 422,
  CodeLocked: 423,
  TooMany: 429,
  /** A part did not arrive as it was sent: again (tus "checksum"). */
  ChecksumWrong: 460,
  Broken: 500,
  /** Another host had nothing this server passes on. */
  NoDocument: 502,
  /** What keeps the data cannot be reached now; what was asked may be done all the same. */
  Away: 503,
  /** Another host could not be reached, or not in time. */
  OutsideSilent: 504,
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
