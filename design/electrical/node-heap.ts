/** Node indices by which the highest comes first, each at most once: what is below is settled before what is above. */
export class NodeHeap {
  private readonly heap: number[] = [];
  private readonly waiting: Uint8Array;

  constructor(nodes: number) {
    this.waiting = new Uint8Array(nodes);
  }

  push(node: number): void {
    if (this.waiting[node] === 1) return;
    this.waiting[node] = 1;
    const { heap } = this;
    let at = heap.push(node) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (heap[above]! >= node) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = node;
  }

  /** @returns undefined when it is empty. */
  pop(): number | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return undefined;
    this.waiting[top] = 0;
    if (heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && heap[below + 1]! > heap[below]!) below += 1;
      if (heap[below]! <= last) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return top;
  }
}
