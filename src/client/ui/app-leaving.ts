/** What became of leaving. `no-key`: it cannot be closed for the server before the phone was once in step with it; `busy`: try again. */
export type Left = 'left' | 'no-key' | 'busy';

/** What screens may do about whose phone this is, and leaving it. */
export interface LeavingApp {
  readonly phone: () => 'mine' | 'shared' | 'not-asked';
  setPhone(phone: 'mine' | 'shared'): void;
  /** Leaves this phone to the next person: what has arrived is wiped, the rest stays closed until somebody's sync brings it. Then it starts anew. */
  leave(): Promise<Left>;
}
