import { Matrix } from "glassnet";
import type { Students } from "./students.ts";

type Digits = ArrayLike<number>;

export const mistakes: Students = {
  confusionMatrix: {
    right: (predictions: Digits, labels: Digits) => {
      const counts = [...Array(10)].map(() => Array(10).fill(0));
      Array.from(labels, (label, j) => counts[label][predictions[j]] += 1);
      return Matrix.from(counts);
    },
    transposed: (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) counts[predictions[j]][labels[j]]++;
      return Matrix.from(counts);
    },
    "not-counted": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) counts[labels[j]][predictions[j]] = 1;
      return Matrix.from(counts);
    },
    "right-ones-only": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) {
        if (labels[j] === predictions[j]) counts[labels[j]][labels[j]]++;
      }
      return Matrix.from(counts);
    },
    "mistakes-only": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) {
        if (labels[j] !== predictions[j]) counts[labels[j]][predictions[j]]++;
      }
      return Matrix.from(counts);
    },
    "shares-of-all": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) {
        counts[labels[j]][predictions[j]] += 1 / labels.length;
      }
      return Matrix.from(counts);
    },
    "shares-of-the-row": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) counts[labels[j]][predictions[j]]++;
      return Matrix.from(counts.map((row) => {
        const sum = row.reduce((a, b) => a + b, 0);
        return row.map((count) => count / sum);
      }));
    },
    "shares-of-the-column": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) counts[labels[j]][predictions[j]]++;
      const sums = counts[0].map((_, j) => counts.reduce((sum, row) => sum + row[j], 0));
      return Matrix.from(counts.map((row) => row.map((count, j) => count / (sums[j] || 1))));
    },
    "one-row-shared": (predictions: Digits, labels: Digits) => {
      const counts = Array(10).fill(Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) counts[labels[j]][predictions[j]]++;
      return Matrix.from(counts);
    },
    "too-few-rows": (predictions: Digits, labels: Digits) => {
      const size = Math.max(...Array.from(labels), ...Array.from(predictions)) + 1;
      const counts = Array.from({ length: size }, () => new Array(size).fill(0));
      for (let j = 0; j < labels.length; j++) counts[labels[j]][predictions[j]]++;
      return Matrix.from(counts);
    },
    "one-too-low": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 11 }, () => new Array(11).fill(0));
      for (let j = 0; j < labels.length; j++) counts[labels[j] + 1][predictions[j] + 1]++;
      return Matrix.from(counts.slice(0, 10).map((row) => row.slice(0, 10)));
    },
    "begins-at-one": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(1));
      for (let j = 0; j < labels.length; j++) counts[labels[j]][predictions[j]]++;
      return Matrix.from(counts);
    },
    "first-image-missing": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 1; j < labels.length; j++) counts[labels[j]][predictions[j]]++;
      return Matrix.from(counts);
    },
    "last-image-missing": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length - 1; j++) counts[labels[j]][predictions[j]]++;
      return Matrix.from(counts);
    },
    "one-too-high": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) counts[labels[j] - 1][predictions[j] - 1]++;
      return Matrix.from(counts);
    },
    "predictions-twice": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) counts[predictions[j]][predictions[j]]++;
      return Matrix.from(counts);
    },
    "labels-twice": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < predictions.length; j++) counts[labels[j]][labels[j]]++;
      return Matrix.from(counts);
    },
    "counted-both-ways": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) {
        counts[labels[j]][predictions[j]]++;
        counts[predictions[j]][labels[j]]++;
      }
      return Matrix.from(counts);
    },
    "every-pair": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (const label of Array.from(labels)) {
        for (const prediction of Array.from(predictions)) counts[label][prediction]++;
      }
      return Matrix.from(counts);
    },
    "first-image-only": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) {
        counts[labels[j]][predictions[j]]++;
        return Matrix.from(counts);
      }
      return Matrix.from(counts);
    },
    "ten-images-only": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < 10; j++) counts[labels[j]][predictions[j]]++;
      return Matrix.from(counts);
    },
    accuracy: (predictions: Digits, labels: Digits) => {
      let right = 0;
      for (let j = 0; j < labels.length; j++) if (labels[j] === predictions[j]) right++;
      return right / labels.length;
    },
    "eleven-rows": (predictions: Digits, labels: Digits) => {
      const counts = Array.from({ length: 11 }, () => new Array(11).fill(0));
      for (let j = 0; j < labels.length; j++) counts[labels[j]][predictions[j]]++;
      return Matrix.from(counts);
    },
    "all-zeros": (predictions: Digits, labels: Digits) => {
      const counts = Matrix.zeros(10, 10);
      for (let j = 0; j < labels.length; j++) counts.toArray()[labels[j]][predictions[j]]++;
      return counts;
    },
  },
};
