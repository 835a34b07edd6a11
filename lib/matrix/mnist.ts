/** The side of an MNIST image in pixels. */
export const SIDE = 28;

/** The number of pixels of an MNIST image: the rows of X. */
export const PIXELS = SIDE * SIDE;

/** The number of digits: the rows of A2 and Y. */
export const CLASSES = 10;
