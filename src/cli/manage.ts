import { parseArgs } from 'node:util';
import { uuidv7 } from '#base/uuid';
import { parseInstant } from '#credentials/instant';
import { Event } from '#domain/event';
import { CATALOGUE, DeviceId, EventId, type StructureId as Id, MouldId, PersonId, StaffId, StructureId, scopeOf } from '#domain/ids';
import { Person } from '#domain/person';
import { Staff } from '#domain/staff';
import { Structure } from '#domain/structure';
import { CARD_PATH, INVITATION_PATH } from '#protocol/scan';
import { issuerDid, personDid } from '#protocol/site';
import { publishIssuer } from '#server/actions/publish-issuer';
import { revokeDevice } from '#server/actions/revoke-device';
import {
  eventPatches,
  freshSecret,
  freshSubject,
  installKit,
  invitationPatches,
  personPatches,
  staffPatches,
  structurePatches,
  write,
} from '#server/actions/set-up';
import { isPerson, unlockCards } from '#server/actions/unlock-card';
import { parseAs } from './parse-as.ts';
import type { Command } from './terminal.ts';
import { type OpenedData, withData } from './with-data.ts';

type Options = Readonly<Record<string, { readonly type: 'string' }>>;

const read = (args: readonly string[], ...names: readonly string[]) => {
  const options: Options = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  return { values: values as Readonly<Record<string, string | undefined>>, first: positionals[0] };
};

const knownStructure = async ({ store }: OpenedData, id: unknown): Promise<Id> => {
  const structure = await parseAs(StructureId, 'structure', id);
  const scope = scopeOf('s', structure);
  const found = (await store.read([{ scope, kind: 'structure', id: structure }])).get(scope, 'structure', structure);
  if (!found) throw new Error(`There is no structure ${structure}: make it with add-structure.`);
  return structure;
};

export const addStructure: Command = {
  usage: 'ID --name NAME [--kind network|siae|training|company|partner] [--city CITY]',
  help: `Adds an organisation that gives badges, makes its key, and prints its decentralised identifier.
Ends with 0 when it is done, else 1.`,
  run: (args, terminal) =>
    withData(terminal, async (data) => {
      const { values, first } = read(args, 'name', 'kind', 'city');
      const id = await parseAs(StructureId, 'ID', first);
      const { name, kind = 'siae', city } = values;
      const structure = await parseAs(Structure, '--name, --kind or --city', { name, kind, ...(city !== undefined && { city }) });
      const scope = scopeOf('s', id);
      const held = (await data.store.read([{ scope, kind: 'structure', id }])).get(scope, 'structure', id);
      if (held) return terminal.fail(`${id} exists already.`);
      // The key first: a structure without one could never sign what it gives.
      data.keys.create(id);
      await write(data.store, structurePatches(id, structure, data.chance));
      await publishIssuer(data, id);
      terminal.print(issuerDid(data.site, id));
      return 0;
    }),
};

export const addPerson: Command = {
  usage: '--structure ID --name FIRSTNAME [--figure figure-01…24] [--mark leaf|drop|diamond|cup|hat|bridge|cloud]',
  help: `Adds a person and prints her id and the address of her card. The card is printed once: its secret is kept nowhere.
Ends with 0 when it is done, else 1.`,
  run: (args, terminal) =>
    withData(terminal, async (data) => {
      const { values } = read(args, 'structure', 'name', 'figure', 'mark');
      const structure = await knownStructure(data, values['structure']);
      const subject = freshSubject(data.chance);
      const { figure = 'figure-01', mark = 'leaf', name } = values;
      const person = await parseAs(Person, '--name, --figure or --mark', {
        firstName: name,
        figure,
        mark,
        structure,
        did: personDid(data.site, subject),
      });
      const id = await parseAs(PersonId, 'id', uuidv7(data.clock, data.chance));
      const card = freshSecret(data.chance);
      await write(data.store, await personPatches(data.site, { id, person, subject, card }));
      terminal.print(`${id} ${data.site.origin}${CARD_PATH}#${card}`);
      return 0;
    }),
};

export const addEvent: Command = {
  usage: '--structure ID --title TITLE --opens INSTANT --closes INSTANT [--place PLACE] [--label TEXT] [--mould ID]',
  help: `Adds an event whose badge can be claimed while it is open, and prints its id. Instants as 2026-05-30T09:00:00Z.
The label (20 characters at most) is what the badge shows; without it the title is cut.
Ends with 0 when it is done, else 1.`,
  run: (args, terminal) =>
    withData(terminal, async (data) => {
      const { values } = read(args, 'structure', 'title', 'opens', 'closes', 'place', 'label', 'mould');
      const structure = await knownStructure(data, values['structure']);
      await installKit(data.store);
      const mould = await parseAs(MouldId, '--mould', values['mould'] ?? 'je-participe');
      const { title = '', place, label = title.slice(0, 20).trim() } = values;
      const draw = (await data.store.read([{ scope: CATALOGUE, kind: 'mould', id: mould }])).get(CATALOGUE, 'mould', mould)?.draw;
      if (!draw) return terminal.fail(`There is no mould ${mould}.`);
      const [opens, closes] = [parseInstant(values['opens']), parseInstant(values['closes'])];
      if (opens === null || closes === null || closes <= opens)
        return terminal.fail('--opens and --closes are instants, as 2026-05-30T09:00:00Z, in this order.');
      const body = { title, structure, mould, draw: { ...draw, title: label }, opens, closes, ...(place !== undefined && { place }) };
      const event = await parseAs(Event, '--title, --label or --place', body);
      const id = await parseAs(EventId, 'id', uuidv7(data.clock, data.chance));
      await write(data.store, eventPatches(id, event));
      terminal.print(id);
      return 0;
    }),
};

const DAY_MS = 86_400_000;

export const invite: Command = {
  usage: 'STRUCTURE [--days N] [--advisor FIRSTNAME [--figure figure-01…24] [--mark leaf|drop|diamond|cup|hat|bridge|cloud] | --staff ID]',
  help: `Prints an address that makes whoever opens it an organiser of this structure, once, for a week or N days.
With --advisor it is for somebody who goes with its people: added to the staff under this first name and figure, as people will see them;
the line begins with their id. A second device of the same person: --staff with that id.
Ends with 0 when it is done, else 1.`,
  run: (args, terminal) =>
    withData(terminal, async (data) => {
      const { values, first } = read(args, 'days', 'advisor', 'figure', 'mark', 'staff');
      const structure = await knownStructure(data, first);
      const days = Number(values['days'] ?? 7);
      if (!Number.isInteger(days) || days < 1 || days > 90) return terminal.fail('--days is a number from 1 to 90.');
      const staff = await invitedStaff(data, structure, values);
      if (staff === 'unknown') return terminal.fail(`Nobody of the staff of ${structure} has this id.`);
      const secret = freshSecret(data.chance);
      const to = staff && ({ role: 'advisor', staff: staff.id } as const);
      await write(data.store, await invitationPatches(structure, secret, { expires: data.clock() + days * DAY_MS }, to));
      const address = `${data.site.origin}${INVITATION_PATH}#${secret}`;
      terminal.print(staff ? `${staff.id} ${staff.face.firstName} ${staff.face.figure} ${address}` : address);
      return 0;
    }),
};

/** Whom an advisor's invitation is for: somebody new of the staff, or one who has a device already; undefined for an organiser's. */
const invitedStaff = async (
  data: OpenedData,
  structure: Id,
  { advisor, staff: known, figure = 'figure-01', mark = 'leaf' }: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly id: StaffId; readonly face: Staff['face'] } | 'unknown' | undefined> => {
  const scope = scopeOf('s', structure);
  if (known !== undefined) {
    const id = await parseAs(StaffId, '--staff', known);
    const face = (await data.store.read([{ scope, kind: 'staff', id }])).get(scope, 'staff', id)?.face;
    return face ? { id, face } : 'unknown';
  }
  if (advisor === undefined) return undefined;
  const staff = await parseAs(Staff, '--advisor, --figure or --mark', { face: { firstName: advisor, figure, mark } });
  const id = await parseAs(StaffId, 'id', uuidv7(data.clock, data.chance));
  await write(data.store, staffPatches(structure, id, staff));
  return { id, face: staff.face };
};

export const unlockCard: Command = {
  usage: 'PERSON',
  help: `Opens a person’s cards again after three wrong codes, and prints how many were opened.
Ends with 0 when it is done, else 1.`,
  run: (args, terminal) =>
    withData(terminal, async (data) => {
      const person = await parseAs(PersonId, 'PERSON', args[0]);
      if (!(await isPerson(data.store, person))) return terminal.fail(`There is no person ${person}.`);
      terminal.print(String(await unlockCards(data.store, person)));
      return 0;
    }),
};

export const endDevice: Command = {
  usage: 'DEVICE',
  help: `Ends a lost phone’s sign-in and its acts at once.
Ends with 0 when it is done, else 1.`,
  run: (args, terminal) =>
    withData(terminal, async (data) => {
      const device = await parseAs(DeviceId, 'DEVICE', args[0]);
      return (await revokeDevice(data.store, device)) ? 0 : terminal.fail(`There is no device ${device}.`);
    }),
};
