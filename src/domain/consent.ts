import * as v from 'valibot';
import { Instant } from './ids.ts';

/** What somebody is asked at her beginning, one idea each: what is kept for her, who in her structure sees it, that nothing is public. */
export const CONSENT_TOPICS = ['kept', 'team', 'private'] as const;
export const ConsentTopic = v.picklist(CONSENT_TOPICS);
export type ConsentTopic = v.InferOutput<typeof ConsentTopic>;

/** There is no "no": what is not wanted now may be asked for later, by her. */
const ConsentSaid = v.picklist(['yes', 'later']);

/** What she said last of one topic; the topic is the record's id. Nothing else depends on it: saying *later* costs nothing. */
export const Consent = v.object({
  said: ConsentSaid,
  at: Instant,
  /** The language it was said to her in (BCP 47). */
  locale: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), v.maxLength(20)),
});
export type Consent = v.InferOutput<typeof Consent>;
