/** Opens the phone's own share sheet; false where there is none. Closing the sheet without sharing is not a failure. */
export const share = async (title: string, address: string): Promise<boolean> => {
  const data = { title, url: address };
  if (!('share' in navigator) || !(navigator.canShare?.(data) ?? true)) return false;
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
};
