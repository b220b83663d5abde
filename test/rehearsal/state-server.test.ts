import { StateServer } from '../../rehearsal/state-server';

describe('the states of a rehearsal', () => {
  const states = new StateServer();
  beforeAll(() => states.start());

  const ask = async (method: string, url: string, body?: string): Promise<[number, string]> => {
    const response = await fetch(url, { method, body });
    return [response.status, await response.text()];
  };

  test('are kept for each stack, under this machine alone and a path that nobody guesses', async () => {
    const address = states.addressOf('a stack');
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{36}\/a%20stack$/);
    expect(await ask('GET', address)).toEqual([404, '']);
    expect(states.stateOf('a stack')).toEqual({});
    expect(await ask('POST', `${address}?ID=1`, '{"resources":[]}')).toEqual([200, '']);
    expect(await ask('GET', address)).toEqual([200, '{"resources":[]}']);
    expect(states.stateOf('a stack')).toEqual({ resources: [] });
    expect((await ask('GET', states.addressOf('another')))[0]).toBe(404);
    expect((await ask('GET', new URL('/a%20stack', address).href))[0]).toBe(404);
    expect((await ask('PUT', address, 'x'))[0]).toBe(405);
    expect((await ask('DELETE', address))[0]).toBe(200);
    expect((await ask('GET', address))[0]).toBe(404);
  });

  test('are locked by one at a time, who is named to the next', async () => {
    const address = states.addressOf('locked');
    expect(await ask('LOCK', address, '{"ID":"one"}')).toEqual([200, '']);
    expect(await ask('LOCK', address, '{"ID":"two"}')).toEqual([423, '{"ID":"one"}']);
    expect(await ask('UNLOCK', address)).toEqual([200, '']);
    expect(await ask('LOCK', address, '{"ID":"two"}')).toEqual([200, '']);
  });

  test('are gone when the rehearsal ends', async () => {
    const address = states.addressOf('gone');
    await states.close();
    await expect(fetch(address)).rejects.toThrow();
    await expect(new StateServer().close()).resolves.toBeUndefined();
  });
});
