import type { Mould, Road } from '#domain/mould';
import { COMMON, type Questionnaire } from '#domain/questionnaire';
import { COMMON_QUESTIONNAIRE } from './common-questionnaire.ts';
import { GENERIC } from './generic-moulds.ts';
import type { KitPart } from './kit-part.ts';
import { PERMANENTS } from './permanents-moulds.ts';
import { A_DOMICILE } from './road-a-domicile.ts';
import { BATIMENT } from './road-batiment.ts';
import { CUISINE } from './road-cuisine.ts';
import { ESPACES_VERTS } from './road-espaces-verts.ts';
import { LOGISTIQUE } from './road-logistique.ts';
import { MOBILITE } from './road-mobilite.ts';
import { NETTOYAGE } from './road-nettoyage.ts';
import { NUMERIQUE } from './road-numerique.ts';
import { RESSOURCERIE } from './road-ressourcerie.ts';
import { SAVOIR_ETRE } from './road-savoir-etre.ts';

const PARTS: readonly KitPart[] = [
  GENERIC,
  SAVOIR_ETRE,
  NUMERIQUE,
  MOBILITE,
  BATIMENT,
  ESPACES_VERTS,
  NETTOYAGE,
  CUISINE,
  RESSOURCERIE,
  LOGISTIQUE,
  A_DOMICILE,
  PERMANENTS,
];

const all = <T>(of: (part: KitPart) => { readonly [id: string]: T }): { readonly [id: string]: T } => Object.assign({}, ...PARTS.map(of));

/** Every mould a new installation starts with, by id. */
export const STARTER_MOULDS: { readonly [id: string]: Mould } = all(({ moulds }) => moulds);

/** Every road a new installation starts with, by id. */
export const STARTER_ROADS: { readonly [id: string]: Road } = Object.fromEntries(
  Object.entries(all(({ roads }) => roads)).map(([id, road], place) => [id, { ...road, place }]),
);

/** What each mould asks, by its id; and what all of them ask. */
export const STARTER_QUESTIONNAIRES: { readonly [id: string]: Questionnaire } = {
  [COMMON]: COMMON_QUESTIONNAIRE,
  ...all(({ questionnaires }) => questionnaires),
};

/** The languages every text of the kit exists in; a test holds it to that. */
export const KIT_LANGUAGES = ['fr', 'en', 'ar', 'uk', 'pt'] as const;
