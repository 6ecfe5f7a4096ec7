import { createSignal } from 'solid-js';
import { forgetOwner } from '#client/device/erase';
import { readSettings, writeSettings } from '#client/device/settings';
import type { LeavingApp } from '#client/ui/app-leaving';
import { SIGN_OUT_PATH } from '#protocol/entry';
import type { LeavingEngine } from './leaving-engine.ts';
import { watchIdle } from './watch-idle.ts';

interface LeavingLife {
  engine(): Promise<{ leaving(): Promise<LeavingEngine> }>;
  now(): { readonly who: string } | undefined;
}

/** Where who has not touched a shared phone for a while is asked whether she is still there. */
const STILL_HERE = '/leave?at=still-here';

/** The App's part for phones that go from hand to hand. */
export const leavingApp = (life: LeavingLife): LeavingApp => {
  const [phone, setPhone] = createSignal(readSettings().phone);
  const isHers = (): boolean => phone() === 'shared' && life.now()?.who === 'person';
  watchIdle(isHers, () => {
    if (location.pathname !== '/leave') location.assign(STILL_HERE);
  });
  // She may have left with no network.
  if (phone() === 'shared' && life.now()?.who === 'nobody') void signOut();
  return {
    phone,
    setPhone: (said) => {
      writeSettings({ phone: said, touchedAt: Date.now() });
      setPhone(said);
    },
    leave: async () => {
      const left = await (await life.engine()).leaving().then(({ leave }) => leave());
      if (left !== 'left') return left;
      await forgetOwner();
      // Whose phone it is stays known: it says nothing of her.
      writeSettings({ phone: phone() });
      await signOut();
      location.replace('/');
      return left;
    },
  };
};

const PATIENCE_MS = 2_000;

/** With no network the cookie ends by itself, or with the next person's. */
const signOut = async (): Promise<void> => {
  try {
    await fetch(SIGN_OUT_PATH, { method: 'POST', keepalive: true, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    // Tried again at the next start.
  }
};
