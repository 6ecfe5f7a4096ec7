import * as v from 'valibot';

const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(32));

/** A person in a parcours (UUID). */
export const PersonId = v.pipe(uuid, v.brand('PersonId'));
export type PersonId = v.InferOutput<typeof PersonId>;

/** A badge somebody holds, from its claim to its signed credential (UUIDv7 made by the device that claims or gives). */
export const BadgeId = v.pipe(uuid, v.brand('BadgeId'));
export type BadgeId = v.InferOutput<typeof BadgeId>;

/** An event (UUID). */
export const EventId = v.pipe(uuid, v.brand('EventId'));
export type EventId = v.InferOutput<typeof EventId>;

/** One time somebody thinks about one badge, in pictures (UUIDv7 made by the device). */
export const ReflectionId = v.pipe(uuid, v.brand('ReflectionId'));
export type ReflectionId = v.InferOutput<typeof ReflectionId>;

/** A request for a badge (UUIDv7 made by the device that sends it). */
export const RequestId = v.pipe(uuid, v.brand('RequestId'));
export type RequestId = v.InferOutput<typeof RequestId>;

/** One thing somebody shows (UUIDv7 made by the device). */
export const EvidenceId = v.pipe(uuid, v.brand('EvidenceId'));
export type EvidenceId = v.InferOutput<typeof EvidenceId>;

/** One question to one witness (UUIDv7 made by the device that asks). */
export const WitnessId = v.pipe(uuid, v.brand('WitnessId'));
export type WitnessId = v.InferOutput<typeof WitnessId>;

/** A link that shows one badge for a while (UUIDv7 made by the device that gives it). */
export const LinkId = v.pipe(uuid, v.brand('LinkId'));
export type LinkId = v.InferOutput<typeof LinkId>;

/** Somebody of a structure's staff (UUID). */
export const StaffId = v.pipe(uuid, v.brand('StaffId'));
export type StaffId = v.InferOutput<typeof StaffId>;

/** A photo, film, voice or paper is named by its bytes: their SHA-256 in hexadecimal. */
export const MediaId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.brand('MediaId'));
export type MediaId = v.InferOutput<typeof MediaId>;

/** An action of somebody (UUIDv7 made by the device). */
export const ActionId = v.pipe(uuid, v.brand('ActionId'));
export type ActionId = v.InferOutput<typeof ActionId>;

/** A badge class: a readable name, stable across versions. */
export const MouldId = v.pipe(slug, v.brand('MouldId'));
export type MouldId = v.InferOutput<typeof MouldId>;

/** A road (k of n moulds lead to a key badge). */
export const RoadId = v.pipe(slug, v.brand('RoadId'));
export type RoadId = v.InferOutput<typeof RoadId>;

/** A structure: SIAE, training body, company or network. */
export const StructureId = v.pipe(slug, v.brand('StructureId'));
export type StructureId = v.InferOutput<typeof StructureId>;

/** A device is its public key in multibase (`z6Mk…` Ed25519, `zDn…` P-256): nothing else can prove it. */
export const DeviceId = v.pipe(v.string(), v.regex(/^z[1-9A-HJ-NP-Za-km-z]{40,60}$/), v.brand('DeviceId'));
export type DeviceId = v.InferOutput<typeof DeviceId>;

/**
 * The unit of rights, of sequence and of sharding: one letter and an id.
 * p person · n staff notes · s structure · c catalogue · e event · g group — and, never pulled by anyone but their owner or the server:
 * q what a person keeps to herself · d device · k card or other secret · b public page · l status list · j sealing jobs.
 */
export const Scope = v.pipe(v.string(), v.regex(/^[pqnscegdkblj]:[A-Za-z0-9-]{1,80}$/), v.brand('Scope'));
export type Scope = v.InferOutput<typeof Scope>;

/** The letters a scope may start with. */
export type ScopeLetter = 'p' | 'q' | 'n' | 's' | 'c' | 'e' | 'g' | 'd' | 'k' | 'b' | 'l' | 'j';

/** The scope of `letter` for an already parsed id. */
export const scopeOf = (letter: ScopeLetter, id: string): Scope => `${letter}:${id}` as Scope;

/** The network-wide catalogue: moulds, roads, issuers. */
export const CATALOGUE: Scope = scopeOf('c', 'network');

/** Milliseconds since 1970, as they travel. */
export const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 47));
