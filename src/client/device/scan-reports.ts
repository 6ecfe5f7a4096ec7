/** What the camera tells while it looks. `refused`: someone said no; `missing`: no camera, or none that can be used now. */
export type ScanState = 'starting' | 'looking' | 'too-dark' | 'refused' | 'missing';

/** Where a scan tells what happens. A text is told when it comes into sight, once; again only after it has been away for two seconds. */
export interface ScanReports {
  text(text: string): void;
  state(state: ScanState): void;
}

/** A running scan; `stop` releases the camera. `torch` is null until the camera looks and where there is none. */
export interface Scanning {
  stop(): void;
  readonly torch: ((on: boolean) => void) | null;
}
