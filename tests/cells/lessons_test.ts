import { testNotebook } from "./lessons.ts";

for (
  const lesson of [
    "01-the-data",
    "02-the-network",
    "03-forward",
    "04-backward",
    "05-training",
    "06-looking-inside",
    "07-stepping-through",
  ]
) testNotebook(`notebooks/${lesson}.ipynb`);
