/** A badge passed from phone to phone with no network. */
export interface PackedApp {
  /**
   * The texts of the codes that carry a held badge itself, to be shown in turn; a reader needs no network. Null while it is not sealed.
   */
  packed(badge: string): Promise<readonly string[] | null>;
}
