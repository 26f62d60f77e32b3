/**
 * A row being dragged: which row it is, how far it has moved, and at which index it would be dropped. Reads the rows' positions
 * once, when the row is picked up, and writes two transforms per frame, so that nothing is laid out during the drag. Knows
 * elements and numbers, no sections.
 */

interface Carried {
  readonly row: HTMLElement;
  readonly from: number;
  /** Vertical middle of each row, in px from the list's top. */
  readonly middles: readonly number[];
  /** Top of each row and then the end of the last row, in px from the list's top. */
  readonly tops: readonly number[];
  /** Vertical positions of the pointer and of the list's top when the row was picked up, in px from the window's top. */
  readonly pointer: number;
  readonly listTop: number;
}

export class RowDrag {
  #carried: Carried | undefined;
  to = -1;

  /**
   * @param marker returns the element that marks where the row would be dropped
   * @param hold limits an index to the allowed ones
   */
  constructor(
    readonly list: HTMLElement,
    readonly marker: () => HTMLElement,
    readonly hold: (to: number, from: number) => number,
  ) {}

  /** @param pointer vertical position of the pointer, in px from the window's top */
  pickUp(row: HTMLElement, pointer: number): void {
    const { list } = this;
    const listTop = list.getBoundingClientRect().top;
    const rows = [...list.children].filter((child) => child !== this.marker());
    const boxes = rows.map((child) => child.getBoundingClientRect());
    const from = rows.indexOf(row);
    this.#carried = {
      row,
      from,
      pointer,
      listTop,
      middles: boxes.map(({ top, height }) => top + height / 2 - listTop),
      tops: [...boxes.map(({ top }) => top - listTop), (boxes.at(-1)?.bottom ?? listTop) - listTop],
    };
    this.to = from;
    row.setAttribute('data-carried', '');
    list.setAttribute('data-dragging', '');
    this.carry(pointer);
  }

  carry(pointer: number): void {
    const carried = this.#carried;
    if (!carried) return;
    const { row, from, middles, tops } = carried;
    const top = this.list.getBoundingClientRect().top;
    const way = pointer - top - (carried.pointer - carried.listTop);
    row.style.transform = `translateY(${Math.round(way)}px)`;
    const at = pointer - top;
    const before = middles.filter((middle, i) => i !== from && middle < at).length;
    this.to = this.hold(before, from);
    const edge = tops[this.to <= from ? this.to : this.to + 1] ?? 0;
    this.marker().style.transform = `translateY(${Math.round(edge)}px)`;
  }

  /** Puts the row back where it was; the caller then moves it in the list. */
  putDown(): void {
    const carried = this.#carried;
    if (!carried) return;
    this.#carried = undefined;
    carried.row.style.transform = '';
    carried.row.removeAttribute('data-carried');
    this.list.removeAttribute('data-dragging');
  }
}
