import { CATALOGUE, scopeOf } from '#domain/ids';
import type { Patch } from '#domain/record';
import type { Commit, SimServer } from './sim-server.ts';

interface Told {
  commits: readonly Commit[];
  read: number;
  readonly devices: Map<
    string,
    {
      readonly actor: { role: string; person?: string; structure?: string };
      readonly revoked: boolean;
      readonly family?: { readonly of: string };
    }
  >;
  /** By scope: the ids of live plans and members. */
  readonly lists: Map<string, Set<string>>;
}

const known = new WeakMap<SimServer, Told>();

/** What the commits say of devices, plans and members; each is read once, and all anew when the server was set back. */
const toldBy = (server: SimServer): Told => {
  const commits = server.commits();
  let told = known.get(server);
  if (told?.commits !== commits) {
    told = { commits, read: 0, devices: new Map(), lists: new Map() };
    known.set(server, told);
  }
  for (; told.read < commits.length; told.read++) for (const patch of commits[told.read]?.patches ?? []) take(told, patch);
  return told;
};

const take = ({ devices, lists }: Told, { scope, kind, id, body }: Patch): void => {
  if (kind === 'device' && body !== null) devices.set(id, body as never);
  if (kind !== 'plan' && kind !== 'member') return;
  const list = lists.get(`${scope} ${kind}`) ?? new Set<string>();
  lists.set(`${scope} ${kind}`, list);
  if (body === null) list.delete(id);
  else list.add(id);
};

/** What a device may read by the law, told once more and in other words than the server's. */
export const allowedScopes = (server: SimServer, device: string): ReadonlySet<string> => {
  const { devices, lists } = toldBy(server);
  const found = devices.get(device);
  if (!found || found.revoked) return new Set();
  const { role, person, structure } = found.actor;
  const own = [CATALOGUE, scopeOf('d', device)];
  if (role === 'person') return new Set([...own, `p:${person}`, `q:${person}`]);
  const house = `s:${structure}`;
  const events = [...(lists.get(`${house} plan`) ?? [])].map((event) => `e:${event}`);
  const people = role === 'advisor' ? [...(lists.get(`${house} member`) ?? [])].map((one) => `p:${one}`) : [];
  return new Set([...own, house, ...events, ...people]);
};

/** Is it one of the people of that structure, by what is committed? */
export const isMember = (server: SimServer, structure: string, person: string): boolean =>
  toldBy(server).lists.get(`s:${structure} member`)?.has(person) ?? false;

export const isRevoked = (server: SimServer, device: string): boolean => toldBy(server).devices.get(device)?.revoked ?? false;

/** Devices that came out of one, directly or not, and were not ended with it. */
export const survivorsOf = (server: SimServer, device: string): readonly string[] => {
  const { devices } = toldBy(server);
  const cameFrom = (id: string): boolean => {
    const of = devices.get(id)?.family?.of;
    return of !== undefined && (of === device || cameFrom(of));
  };
  return [...devices.keys()].filter((id) => cameFrom(id) && !isRevoked(server, id));
};
