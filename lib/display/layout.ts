import { PIXELS, SIDE } from "../matrix/mnist.ts";
/** A part of a drawing, in cells. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How the cells of a matrix are placed, in cells: a grid, or one 28 x 28 picture for each row. */
export interface Layout {
  width: number;
  height: number;
  /** The place of cell (row, col); undefined if it is not drawn. */
  place(row: number, col: number): { x: number; y: number } | undefined;
  /** The cell at a place; undefined between the pictures and outside. */
  cellAt(x: number, y: number): { row: number; col: number } | undefined;
  /** The parts of the drawing that show a row, a column, a cell, or all. */
  rects(row?: number, col?: number): Rect[];
}

/** Cell by cell: the columns from `first` on, `count` of them. */
export function gridLayout(rows: number, first: number, count: number): Layout {
  return {
    width: count,
    height: rows,
    place: (row, col) =>
      col >= first && col < first + count ? { x: col - first, y: row } : undefined,
    cellAt: (x, y) =>
      x >= 0 && x < count && y >= 0 && y < rows ? { row: y, col: first + x } : undefined,
    rects(row, col) {
      if (col !== undefined && (col < first || col >= first + count)) return [];
      const [x, width] = col === undefined ? [0, count] : [col - first, 1];
      const [y, height] = row === undefined ? [0, rows] : [row, 1];
      return [{ x, y, width, height }];
    },
  };
}

/** Each row of a rows x 784 matrix as a 28 x 28 picture, five beside each other, a gap between. */
export function picturesLayout(rows: number, across = 5): Layout {
  const step = SIDE + 1;
  const down = Math.ceil(rows / across);
  const picture = (row: number) => ({
    x: (row % across) * step,
    y: Math.floor(row / across) * step,
  });
  const place = (row: number, col: number) => {
    const { x, y } = picture(row);
    return { x: x + col % SIDE, y: y + Math.floor(col / SIDE) };
  };
  return {
    width: Math.min(rows, across) * step - 1,
    height: down * step - 1,
    place,
    cellAt(x, y) {
      const row = Math.floor(y / step) * across + Math.floor(x / step);
      const inside = x >= 0 && y >= 0 && x < Math.min(rows, across) * step && row < rows &&
        x % step < SIDE && y % step < SIDE;
      return inside ? { row, col: (y % step) * SIDE + x % step } : undefined;
    },
    rects(row, col) {
      const shown = row === undefined ? Array.from({ length: rows }, (_, i) => i) : [row];
      return shown.map((i) =>
        col === undefined
          ? { ...picture(i), width: SIDE, height: SIDE }
          : { ...place(i, col), width: 1, height: 1 }
      );
    },
  };
}

/** One column of a 784 x m matrix as a 28 x 28 picture. */
export function imageLayout(column: number): Layout {
  const picture = picturesLayout(1);
  return {
    ...picture,
    place: (row, col) => col === column ? picture.place(0, row) : undefined,
    cellAt(x, y) {
      const cell = picture.cellAt(x, y);
      return cell && { row: cell.col, col: column };
    },
    rects: (row, col) => col === undefined || col === column ? picture.rects(0, row) : [],
  };
}

/** The drawing of the transpose: rows become columns. */
export function transposedLayout(layout: Layout): Layout {
  return {
    width: layout.height,
    height: layout.width,
    place(row, col) {
      const place = layout.place(row, col);
      return place && { x: place.y, y: place.x };
    },
    cellAt: (x, y) => layout.cellAt(y, x),
    rects: (row, col) =>
      layout.rects(row, col).map(({ x, y, width, height }) => ({
        x: y,
        y: x,
        width: height,
        height: width,
      })),
  };
}

/**
 * How a matrix is drawn: one with 784 columns as pictures, one with 784 rows as the chosen image, any
 * other as a grid of at most `most` columns.
 */
export function layoutOf(
  { rows, cols }: { rows: number; cols: number },
  image: number,
  most = 60,
): Layout {
  if (cols === PIXELS) return picturesLayout(rows);
  if (rows === PIXELS) return imageLayout(image);
  const count = Math.min(cols, most);
  const first = Math.max(0, Math.min(image - (count >> 1), cols - count));
  return gridLayout(rows, cols > count ? first : 0, count);
}
