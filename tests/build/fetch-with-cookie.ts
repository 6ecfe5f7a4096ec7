/** `fetch` that keeps the server's cookie, as a browser does. */
export const fetchWithCookie = (): ((address: string, init: RequestInit) => Promise<Response>) => {
  let cookie = '';
  return async (address, init) => {
    const response = await fetch(address, { ...init, headers: { ...init.headers, ...(cookie && { cookie }) } });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
};
