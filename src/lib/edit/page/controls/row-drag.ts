/**
 * A row of a list on its way to another place: which row, how far it has been carried, and where it would come to stand. Reads the
 * rows' places once, when the row is picked up, and writes two transforms a frame: nothing is laid out while it moves.
 * Knows elements and numbers, no section.
 */

interface Carried {
  readonly row: HTMLElement;
  readonly from: number;
  /** Middles of all rows from the list's top, in px. */
  readonly middles: readonly number[];
  /** Each row's top, and the list's height behind them. */
  readonly tops: readonly number[];
  /** The pointer and the list's top when the row was picked up. */
  readonly pointer: number;
  readonly listTop: number;
}

export class RowDrag {
  #carried: Carried | undefined;
  to = -1;

  /**
   * @param hold keeps a place within what is allowed
   */
  constructor(
    readonly list: HTMLElement,
    readonly marker: () => HTMLElement,
    readonly hold: (to: number, from: number) => number,
  ) {}

  /** @param pointer height of the pointer in the window, in px */
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

  /** Puts the row down where it was; who wanted it elsewhere moves it then. */
  putDown(): void {
    const carried = this.#carried;
    if (!carried) return;
    this.#carried = undefined;
    carried.row.style.transform = '';
    carried.row.removeAttribute('data-carried');
    this.list.removeAttribute('data-dragging');
  }
}
