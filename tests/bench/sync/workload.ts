import { toHex } from '#base/bytes';
import type { Answer, Reflection } from '#domain/reflection';
import { chanceOf, uuidOf } from '../../build/field.ts';

/** A record as every contender keeps it. */
export interface WorkRecord {
  readonly id: string;
  readonly body: Reflection;
}

/** One tap: an answer in one record, and where it stands now. */
export interface WorkEdit {
  readonly id: string;
  readonly here: 'did';
  readonly item: string;
  readonly answer: Answer;
}

/** Sizes of protocol.md "Figures to beat". */
export const RECORDS = 1320;
export const EDITS = 1000;
const JSON_BYTES = 757_000;

const MOULDS = ['je-participe', 'securite', 'accueil', 'equipe', 'ponctualite'] as const;
const PICTURES = ['alarm-clock', 'carry-together', 'listen', 'safety-vest', 'speaking-head', 'welcome', 'people-table'] as const;
const BEGUN = Date.parse('2026-03-02T09:00Z');

/** Records of which each names photos and voices by their hashes, as those of the field do: text that hardly compresses, and text that does. */
export const workload = (seed: number): { readonly records: readonly WorkRecord[]; readonly edits: readonly WorkEdit[] } => {
  const chance = chanceOf(seed);
  const number = (below: number): number => (((chance(1)[0] ?? 0) * 256 + (chance(1)[0] ?? 0)) * 256 + (chance(1)[0] ?? 0)) % below;
  const one = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[number(list.length)] as T;
  const record = (i: number): WorkRecord => {
    const begun = BEGUN + i * 3_600_000 + number(3_600_000);
    const said = (...chosen: readonly string[]): Answer => ({
      chosen: [...chosen],
      at: begun + number(600_000),
      with: 'self',
      heard: 'fr',
    });
    const hash = (): string => toHex(chance(32));
    const answers = { 'situation-pick1': said(one(PICTURES)), 'show-photo': said(hash(), hash(), hash()) };
    return {
      id: uuidOf(seed * 100_000 + i),
      body: { step: 'open', mould: one(MOULDS) as Reflection['mould'], begun, here: 'situation', answers },
    };
  };
  const records = Array.from({ length: RECORDS }, (_, i) => record(i));
  const edits = records.slice(0, EDITS).map(({ id }, i): WorkEdit => {
    const at = Date.parse('2026-06-01T08:00Z') + i * 45_000 + number(40_000);
    return { id, here: 'did', item: 'did-pick1', answer: { chosen: [one(PICTURES)], at, with: 'self', heard: 'fr' } };
  });
  return { records: padded(records), edits };
};

/** As many bytes of JSON as the workload has to have, to the thousandth: the rest is one more hash here and there. */
const padded = (records: readonly WorkRecord[]): readonly WorkRecord[] => {
  const chance = chanceOf(7);
  let size = JSON.stringify(records).length;
  return records.map((record) => {
    if (size + 67 > JSON_BYTES) return record;
    size += 67;
    const { answers } = record.body;
    const shown = answers['show-photo'];
    if (!shown) return record;
    const more = { ...shown, chosen: [...shown.chosen, toHex(chance(32))] };
    return { ...record, body: { ...record.body, answers: { ...answers, 'show-photo': more } } };
  });
};
