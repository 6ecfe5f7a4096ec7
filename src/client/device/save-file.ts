/** The browser keeps the address that long: a slow phone begins to save late. */
const KEPT_MS = 60_000;

/** Saves a file where this device keeps what was downloaded. */
export const saveFile = (file: File): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
};

/** Whether the phone's share sheet takes this file. */
export const canShareFile = (file: File): boolean => navigator.canShare?.({ files: [file] }) ?? false;

/** Opens the phone's share sheet with it. Closing the sheet without sharing is not a failure. */
export const shareFile = async (file: File): Promise<void> => {
  try {
    await navigator.share({ files: [file] });
  } catch {
    // Closed, or not allowed: it is saved all the same.
  }
};
