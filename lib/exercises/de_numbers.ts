/**
 * What the check says in German about the numbers of a wrong result: what they have to do with the right
 * ones, and with the arguments.
 *
 * @module
 */
import type { Sentences } from "./language.ts";

/** What the numbers of a wrong result show. */
export const germanNumbers: Sentences = {
  "This is {}. All that they give has to be added up.":
    "Das ist {1}. Alles, was sie ergeben, muss zusammengezählt werden.",
  "the largest of what {} give": "das Größte von dem, was {1} ergeben",
  "the smallest of what {} give": "das Kleinste von dem, was {1} ergeben",
  "the product of what {} give": "das Produkt von dem, was {1} ergeben",
  "what the last of {} gives minus what the first gives":
    "das Letzte von dem, was {1} ergeben, minus das Erste",
  "what the first of {} gives minus what the others give":
    "das Erste von dem, was {1} ergeben, minus alles andere",
  "the sum of the squares of what {} give": "die Summe der Quadrate von dem, was {1} ergeben",
  "the root of the sum of the squares of what {} give":
    "die Wurzel aus der Summe der Quadrate von dem, was {1} ergeben",
  "the sum of what {} give without its signs":
    "die Summe von dem, was {1} ergeben, ohne die Vorzeichen",
  "the number in the middle of what {} give": "die mittlere Zahl von dem, was {1} ergeben",
  "the sum of what {} give, each multiplied by its place from {}":
    "die Summe von dem, was {1} ergeben, jedes mal seinem Platz, gezählt ab {2}",
  "what every other one of {} gives, from the first on":
    "nur jedes Zweite von dem, was {1} ergeben, vom Ersten an",
  "what every other one of {} gives, from the second on":
    "nur jedes Zweite von dem, was {1} ergeben, vom Zweiten an",
  "the images": "die Bilder",
  "the products": "die Produkte",
  "the rows": "die Zeilen",
  "The sum is divided again in each turn of the loop. Divide once, after it.":
    "Die Summe wird in jedem Durchlauf der Schleife wieder geteilt. Teile einmal, danach.",
  "This has the sum after each turn of the loop. Only the last one is needed.":
    "Hier steht jede Zwischensumme. Nur die letzte wird gebraucht.",
  "Every number is 1 / ln {} times what it should be: was the logarithm to the base {} taken? Math.log is the natural one.":
    "Jede Zahl ist das 1 / ln {1}-fache von dem, was sie sein soll: Wurde der Logarithmus zur Basis {2} genommen? Math.log ist der natürliche.",
  "All numbers are the same: everything was added up. Each element of the result needs its own.":
    "Alle Zahlen sind gleich: Alles wurde zusammengezählt. Jedes Element des Ergebnisses braucht seine eigene.",
  "This is {} plus {}, number by number.": "Das ist {1} plus {2}, Zahl für Zahl.",
  "This is {} minus {}, number by number.": "Das ist {1} minus {2}, Zahl für Zahl.",
  "This is {} times {}, number by number.": "Das ist {1} mal {2}, Zahl für Zahl.",
  "This is {} divided by {}, number by number.": "Das ist {1} geteilt durch {2}, Zahl für Zahl.",
  "This is the larger number of {} and {} in each place.":
    "Das ist an jedem Platz die größere Zahl von {1} und {2}.",
  "This is the smaller number of {} and {} in each place.":
    "Das ist an jedem Platz die kleinere Zahl von {1} und {2}.",
  "This is the difference of {} and {} without its sign, number by number.":
    "Das ist die Differenz von {1} und {2} ohne Vorzeichen, Zahl für Zahl.",
  "This is the square of the difference of {} and {}, number by number.":
    "Das ist das Quadrat der Differenz von {1} und {2}, Zahl für Zahl.",
  "This is the right result, with {} added to it.":
    "Das ist das richtige Ergebnis, und {1} wurde dazugezählt.",
  "This is the right result, with {} subtracted from it.":
    "Das ist das richtige Ergebnis, und {1} wurde abgezogen.",
  "This is the right result, with twice {} added to it.":
    "Das ist das richtige Ergebnis, und das Doppelte von {1} wurde dazugezählt.",
  "This is the right result, with twice {} subtracted from it.":
    "Das ist das richtige Ergebnis, und das Doppelte von {1} wurde abgezogen.",
  "This is the right result, multiplied by {} number by number.":
    "Das ist das richtige Ergebnis, Zahl für Zahl mit {1} malgenommen.",
  "This is the right result, divided by {} number by number.":
    "Das ist das richtige Ergebnis, Zahl für Zahl durch {1} geteilt.",
  "Each number here is just that of {}.": "Jede Zahl ist hier einfach die von {1}.",
  "This is {} with the opposite sign.": "Das ist {1} mit umgekehrtem Vorzeichen.",
  "This is {} with the numbers below 0 as 0.": "Das ist {1}, mit 0 statt der Zahlen unter 0.",
  "This is 1 minus {}.": "Das ist 1 minus {1}.",
  "This is {} without its signs.": "Das ist {1} ohne die Vorzeichen.",
  "This is the square of {}.": "Das ist das Quadrat von {1}.",
  "This is e to the power of {}.": "Das ist e hoch {1}.",
  "This is the logarithm of {}.": "Das ist der Logarithmus von {1}.",
  "This is minus the logarithm of {}.": "Das ist minus der Logarithmus von {1}.",
  "This is the sigmoid of {}, 1 / (1 + e^-z).":
    "Das ist die Sigmoidfunktion von {1}, 1 / (1 + e^-z).",
  "This is the hyperbolic tangent of {}.": "Das ist der Tangens hyperbolicus von {1}.",
  "This is twice {}.": "Das ist das Doppelte von {1}.",
  "This is half of {}.": "Das ist die Hälfte von {1}.",
  "This is 1 where {} is above 0, and 0 elsewhere.": "Das ist 1, wo {1} über 0 liegt, und sonst 0.",
  "This is 0 everywhere but in the places where {} is 1.":
    "Das ist überall 0, außer an den Plätzen, an denen {1} 1 ist.",
  "Each column is multiplied by its place, counted from {}. Does the column's number stand where another one belongs?":
    "Jede Spalte ist mit ihrem Platz malgenommen, gezählt ab {1}. Steht ihre Nummer dort, wo eine andere Zahl hingehört?",
  "Each row is multiplied by its place, counted from {}. Does the row's number stand where another one belongs?":
    "Jede Zeile ist mit ihrem Platz malgenommen, gezählt ab {1}. Steht ihre Nummer dort, wo eine andere Zahl hingehört?",
  "Only row 0 is wrong: {}. What is different there?":
    "Nur Zeile 0 ist falsch: {1}. Was ist dort anders?",
  "Only the last row is wrong: {}. What is different there?":
    "Nur die letzte Zeile ist falsch: {1}. Was ist dort anders?",
  "Only column 0 is wrong: {}. What is different there?":
    "Nur Spalte 0 ist falsch: {1}. Was ist dort anders?",
  "Only the last column is wrong: {}. What is different there?":
    "Nur die letzte Spalte ist falsch: {1}. Was ist dort anders?",
  "Only the diagonal is wrong: {}. What is different there?":
    "Nur die Diagonale ist falsch: {1}. Was ist dort anders?",
  "there is {} at {} where {} belongs": "bei {2} steht {1}, und dort gehört {3} hin",
  "Numbers became 0 that should not: {}.": "Zahlen wurden 0, die es nicht sein sollen: {1}.",
  "There are numbers where 0 belongs: {}.": "Es stehen Zahlen, wo 0 hingehört: {1}.",
  "Some signs are opposite: {}.": "Einige Vorzeichen sind umgekehrt: {1}.",
  "Some numbers are multiplied by {}: {}.": "Einige Zahlen sind mit {1} malgenommen: {2}.",
  "Some numbers are {} too large: {}.": "Einige Zahlen sind um {1} zu groß: {2}.",
  "Some numbers are {} too small: {}.": "Einige Zahlen sind um {1} zu klein: {2}.",
  "The others are right.": "Die anderen stimmen.",
  "The wrong ones stand {}.": "Die falschen stehen {1}.",
  "off the diagonal": "neben der Diagonale",
  "below the diagonal": "unter der Diagonale",
  "above the diagonal": "über der Diagonale",
  "in the even rows": "in den geraden Zeilen",
  "in the odd rows": "in den ungeraden Zeilen",
  "in the even columns": "in den geraden Spalten",
  "in the odd columns": "in den ungeraden Spalten",
  "where it should be below 0": "dort, wo eine Zahl unter 0 hingehört",
  "where it should be above 0": "dort, wo eine Zahl über 0 hingehört",
  "The zeros stand where they belong. The other numbers are not right: {}.":
    "Die Nullen stehen, wo sie hingehören. Die anderen Zahlen stimmen nicht: {1}.",
  "The right numbers are there, and {}. A loop over n of them goes from 0 to n - 1.":
    "Die richtigen Zahlen sind da, und dazu {1}. Eine Schleife über n davon geht von 0 bis n - 1.",
  "a row too many at the end": "am Ende eine Zeile zu viel",
  "a row too many at the beginning": "am Anfang eine Zeile zu viel",
  "a column too many at the end": "am Ende eine Spalte zu viel",
  "a column too many at the beginning": "am Anfang eine Spalte zu viel",
  "a row and a column too many at the end": "am Ende eine Zeile und eine Spalte zu viel",
  "a row and a column too many at the beginning": "am Anfang eine Zeile und eine Spalte zu viel",
  "The right column stands there again and again. It is needed once: collect one number for each row.":
    "Die richtige Spalte steht immer wieder da. Sie wird einmal gebraucht: Sammle eine Zahl für jede Zeile.",
  "The right numbers are there one after the other, but the rows end in other places: exchange the two sizes.":
    "Die richtigen Zahlen stehen der Reihe nach da, aber die Zeilen enden an anderen Stellen: Vertausche die beiden Maße.",
  "Only add repeats a single column. Bring the other one to the right size first, or use a sign: scale(b, -1).":
    "Nur add wiederholt eine einzelne Spalte. Bring die andere Matrix zuerst auf das richtige Maß, oder nimm ein Vorzeichen: scale(b, -1).",
  "each image gets what {} has for the image after it, beside its own {}":
    "jedes Bild neben seinem eigenen {2} bekommt, was in {1} dem nächsten Bild gehört",
  "column 0 of {} stands for every column": "Spalte 0 von {1} für jede Spalte steht",
  "the last column of {} stands for every column":
    "die letzte Spalte von {1} für jede Spalte steht",
  "row 0 of {} stands for every row": "Zeile 0 von {1} für jede Zeile steht",
  "the last row of {} stands for every row": "die letzte Zeile von {1} für jede Zeile steht",
  "the columns of {} are in the opposite order":
    "die Spalten von {1} in umgekehrter Reihenfolge stehen",
  "the rows of {} are in the opposite order":
    "die Zeilen von {1} in umgekehrter Reihenfolge stehen",
  "each column of {} is the one before it": "jede Spalte von {1} die vorige ist",
  "each row of {} is the one before it": "jede Zeile von {1} die vorige ist",
  "each row of {} is sorted": "jede Zeile von {1} sortiert ist",
  "each column of {} is sorted": "jede Spalte von {1} sortiert ist",
  "only the diagonal of {} counts": "nur die Diagonale von {1} zählt",
  "only the largest number of each column of {} counts":
    "nur die größte Zahl jeder Spalte von {1} zählt",
  "{} is rounded to whole numbers first": "{1} zuerst auf ganze Zahlen gerundet wird",
  "{} is cut off first, at 0 and at 1": "{1} zuerst bei 0 und bei 1 abgeschnitten wird",
  "1 is added to {} first": "zu {1} zuerst 1 dazugezählt wird",
  "1 minus {} stands in its place": "1 minus {1} an seiner Stelle steht",
  "e to the power of {} is taken first": "zuerst e hoch {1} genommen wird",
  "the logarithm of {} is taken first": "zuerst der Logarithmus von {1} genommen wird",
  "the sigmoid of {} is taken first": "zuerst die Sigmoidfunktion von {1} genommen wird",
  "the tanh of {} is taken first": "zuerst der tanh von {1} genommen wird",
  "{} is in the opposite order": "{1} in umgekehrter Reihenfolge steht",
  "each element of {} is the one before it": "jedes Element von {1} das vorige ist",
  "{} is sorted first": "{1} zuerst sortiert wird",
  "1 is added to each element of {}": "zu jedem Element von {1} 1 dazugezählt wird",
  "1 is subtracted from each element of {}": "von jedem Element von {1} 1 abgezogen wird",
  "element 0 of {} stands for every element": "Element 0 von {1} für jedes Element steht",
  "the last element of {} stands for every element":
    "das letzte Element von {1} für jedes Element steht",
  "the places of the elements stand for {}": "die Plätze der Elemente für {1} stehen",
  "9 minus each element stands for {}": "9 minus jedes Element für {1} steht",
};
