import type { Mould, Road } from '#domain/mould';
import { GENERIC_MOULDS } from './generic-moulds.ts';
import { SAVOIR_ETRE, SAVOIR_ETRE_MOULDS } from './road-savoir-etre.ts';

/** Every mould a new installation starts with, by id. */
export const STARTER_MOULDS: { readonly [id: string]: Mould } = { ...GENERIC_MOULDS, ...SAVOIR_ETRE_MOULDS };

/** Every road a new installation starts with, by id. */
export const STARTER_ROADS: { readonly [id: string]: Road } = { 'savoir-etre': SAVOIR_ETRE };

/** The languages every text of the kit exists in; a test holds it to that. */
export const KIT_LANGUAGES = ['fr', 'en', 'ar', 'uk', 'pt'] as const;
