/** What only a notebook needs: display, live progress, the stop button. */
export { formula } from "./formula.ts";
export { type Bundle, Displayable } from "../display/displayable.ts";
export { type AnyProgress, progressBar } from "./progress_bar.ts";
export { Prediction, prediction } from "./prediction.ts";
export type {
  Asked,
  ChoiceQuestion,
  NumberQuestion,
  PredictionForm,
  ShapeQuestion,
  SignQuestion,
} from "./prediction_form.ts";
export { shapeTable } from "./shape_table.ts";
export { show } from "./show.ts";
export { sliceWalk } from "./slice_walk.ts";
export { stopButton } from "./stop_button.ts";
export { type Row, table, type TableOptions } from "./table.ts";
