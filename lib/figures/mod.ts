/** Pictures of digits, matrices, shapes, curves and mistakes; each is a plain Plotly figure. */
export * from "./accuracy_dots.ts";
export * from "./architecture.ts";
export * from "./class_balance.ts";
export * from "./confusion_heatmap.ts";
export * from "./curves.ts";
export * from "./digit_image.ts";
export * from "./digit_mosaic.ts";
export type { Figure, FigureOptions } from "./figure.ts";
export * from "./heatmap.ts";
export * from "./mistake_mosaic.ts";
export * from "./pixel_histogram.ts";
export * from "./probability_bars.ts";
export * from "./relu_graph.ts";
export * from "./shape_picture.ts";
export * from "./softmax_bars.ts";
export type { MatrixSymbol, Sizes } from "../display/symbols.ts";
export * from "./training_grid.ts";
export * from "./weight_images.ts";
