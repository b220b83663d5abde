/** Something that waits for others of its kind. */
export interface Task<T> {
  readonly name: string;
  readonly after: string[];
  run(): Promise<T>;
}

/**
 * Runs each task once those before it have said yes, at most `lanes` at a time. A task whose predecessor said no, or was not
 * reached, is not reached either.
 * @returns the names of the tasks that ran, with whether they said yes
 */
export async function runInOrder(tasks: Task<boolean>[], lanes: number): Promise<Map<string, boolean>> {
  const results = new Map<string, boolean>();
  const running = new Map<string, Promise<void>>();
  let waiting = tasks;
  for (;;) {
    const ready = waiting.filter((task) => task.after.every((name) => results.get(name) === true));
    for (const task of ready.slice(0, lanes - running.size)) {
      waiting = waiting.filter((each) => each !== task);
      const ended = task.run().then((yes) => {
        results.set(task.name, yes);
        running.delete(task.name);
      });
      running.set(task.name, ended);
    }
    if (running.size === 0) return results;
    try {
      await Promise.race(running.values());
    } catch (error) {
      await Promise.allSettled(running.values());
      throw error;
    }
  }
}
