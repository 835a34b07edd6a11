/**
 * What the check says by itself, in German: the sentences of any exercise. Those of an exercise's own
 * stand beside it, as in `pieces/relu.de.ts`.
 *
 * @module
 */
import { germanNumbers } from "./de_numbers.ts";
import type { Sentences } from "./language.ts";

/** Where a check, its verdicts and its hints are shown. */
const around: Sentences = {
  "right": "richtig",
  "a known mistake": "ein bekannter Fehler",
  "not right": "nicht richtig",
  "not written yet": "noch nicht geschrieben",
  "did not work": "hat nicht funktioniert",
  "not checked": "nicht geprüft",
  "Hint {} of {}": "Tipp {1} von {2}",
  "Hint {}": "Tipp {1}",
  "Hint {} of {} opens after 1 try of {}.": "Tipp {1} von {2} öffnet sich nach 1 Versuch zu {3}.",
  "Hint {} of {} opens after {} tries of {}.":
    "Tipp {1} von {2} öffnet sich nach {3} Versuchen zu {4}.",
  "So far: {}. A try is a check of a function that you have changed and that is not right yet. Run this cell again then.":
    "Bisher: {1}. Ein Versuch ist eine Prüfung einer Funktion, die du geändert hast und die noch nicht richtig ist. Führe dann diese Zelle noch einmal aus.",
  "The hints open on {}. Run this cell again then.":
    "Die Tipps öffnen sich am {1}. Führe dann diese Zelle noch einmal aus.",
  "It printed": "Ausgegeben wurde",
  "What it printed": "Was ausgegeben wurde",
  "{} of {} pieces done": "{1} von {2} Aufgaben gelöst",
  "notebook": "Notebook",
  "piece": "Aufgabe",
  "check": "Ergebnis",
  "This is the same function as at the last check. Have you changed it since? Then run its cell, and if an error shows there, fix that first.":
    "Das ist dieselbe Funktion wie beim letzten Mal. Hast du sie inzwischen geändert? Dann führe ihre Zelle aus, und wenn dort ein Fehler erscheint, behebe zuerst den.",
};

/** How a check ends that finds no mistake of the exercise's own. */
const outcomes: Sentences = {
  "{} is right on all {} trials: the largest difference from the reference is {}.":
    "{1} ist in allen {2} Versuchen richtig: Die größte Abweichung vom Muster ist {3}.",
  'Your lines go where throw notWritten("{}") stands. Are they there already? Then run their cell first.':
    'Deine Zeilen gehören dorthin, wo throw notWritten("{1}") steht. Stehen sie schon da? Dann führe zuerst ihre Zelle aus.',
  "{} uses {}, and {} is not written yet. Write {} first.":
    "{1} verwendet {2}, und {3} ist noch nicht geschrieben. Schreibe zuerst {4}.",
  "It gave no answer.": "Es kam keine Antwort.",
  "It ended the process in which it ran: with Deno.exit, or by something that took the process down. A piece only returns its result.":
    "Die Funktion hat den Prozess beendet, in dem sie lief: mit Deno.exit oder durch etwas, das ihn mitgerissen hat. Sie soll nur ihr Ergebnis zurückgeben.",
  "It did not come to an end and was stopped. Look at the loops: does each one's condition become false at some time, and does its counter change in the right direction?":
    "Die Funktion kam nicht zum Ende und wurde angehalten. Sieh dir die Schleifen an: Wird die Bedingung irgendwann falsch, und ändert sich der Zähler in die richtige Richtung?",
  "It took too much memory and was stopped. Look for a loop that adds to an array and does not end, or for sizes that are far too large.":
    "Die Funktion brauchte zu viel Speicher und wurde angehalten. Suche nach einer Schleife, die ein Array verlängert und nicht endet, oder nach viel zu großen Maßen.",
  "It is right with the smaller matrices, but with the largest it did not come to an end and was stopped. Is something done again and again that could be done once, such as toArray() inside a loop?":
    "Mit den kleineren Matrizen stimmt das Ergebnis, aber mit der größten kam die Funktion nicht zum Ende und wurde angehalten. Geschieht etwas immer wieder, das einmal genügt, etwa toArray() in einer Schleife?",
  "It changes its argument {}. Whoever called it still needs the old one: make something new and leave what was given as it is.":
    "Die Funktion ändert ihr Argument {1}. Wer sie aufruft, braucht es noch, wie es war: Erzeuge etwas Neues, und lass das Übergebene unverändert.",
  "It returned a promise. Take away async and await: a piece computes its result at once.":
    "Zurück kam ein Promise. Lass async und await weg: Die Funktion rechnet ihr Ergebnis sofort aus.",
  "It returned {}, which the check can't read.":
    "Zurück kam {1}, und das kann die Prüfung nicht lesen.",
  "It calls itself again and again without end.": "Die Funktion ruft sich ohne Ende selbst auf.",
  "These look like two mistakes. One:": "Das sieht nach zwei Fehlern aus. Der eine:",
  "The other:": "Der andere:",
  "That is so when called with {}.": "Das gilt beim Aufruf mit {1}.",
  "That is a guess, from one trial: called with {}.":
    "Das ist eine Vermutung aus einem einzigen Versuch, dem Aufruf mit {1}.",
  "A guess from the code:": "Eine Vermutung aus dem Code:",
  "And there is NaN in the result, called with {}: look for 0 / 0, for the logarithm of 0 times 0, and for Infinity - Infinity.":
    "Und beim Aufruf mit {1} steht NaN im Ergebnis: Suche nach 0 / 0, nach 0 mal dem Logarithmus von 0 und nach Infinity - Infinity.",
};

/** What a function returned, where it differs. */
const results: Sentences = {
  "It returned nothing, called with {}.": "Beim Aufruf mit {1} kam nichts zurück.",
  "Is a return missing, or has what it returns no value?":
    "Fehlt ein return, oder hat das, was zurückgegeben wird, keinen Wert?",
  "{} gives {}.": "{1} soll liefern: {2}.",
  "It returned {}.": "Zurück kam {1}.",
  "It returned {}, and {} is missing.": "Zurück kam {1}, und {2} fehlt.",
  "Capital letters count: {} is not {}.": "Groß- und Kleinschreibung zählt: {1} ist nicht {2}.",
  "toFixed and quotation marks make a text of a number.":
    "toFixed und Anführungszeichen machen aus einer Zahl einen Text.",
  "The names in braces belong to the result; without braces, return A, B gives only B.":
    "Die Namen in geschweiften Klammern gehören zum Ergebnis; ohne die Klammern liefert return A, B nur B.",
  "an array of {} rows": "ein Array aus {1} Zeilen",
  "an array of {}": "ein Array mit {1} Elementen",
  "an object with {}": "ein Objekt mit {1}",
  "an object": "ein Objekt",
  "the number {}": "die Zahl {1}",
  "the text {}": "der Text {1}",
  "a {} matrix": "eine {1}-Matrix",
  "a function": "eine Funktion",
  "a number": "eine Zahl",
  "Element [{}, {}] of {} is NaN, not a number; expected {}, called with {}.":
    "Element [{1}, {2}] von {3} ist NaN, also keine Zahl; erwartet wurde {4}, beim Aufruf mit {5}.",
  "{} is NaN, not a number; expected {}, called with {}.":
    "{1} ist NaN, also keine Zahl; erwartet wurde {2}, beim Aufruf mit {3}.",
  "NaN comes of undefined in a calculation (was the sum set to 0 first?), of 0 / 0, of Infinity - Infinity, of the logarithm of a number below 0, or of Math.max with an array in it.":
    "NaN entsteht, wenn mit undefined gerechnet wird (beginnt die Summe bei 0?), aus 0 / 0, aus Infinity - Infinity, aus dem Logarithmus einer Zahl unter 0 oder aus Math.max mit einem Array darin.",
  "{} has the wrong shape: it is {}, expected {}, called with {}.":
    "{1} hat die falsche Form: Sie ist {2}, erwartet wurde {3}, beim Aufruf mit {4}.",
  "That is the shape of its transpose.": "Das ist die Form der Transponierten.",
  "Element [{}, {}] of {} is {}, expected {}, called with {}.":
    "Element [{1}, {2}] von {3} ist {4}, erwartet wurde {5}, beim Aufruf mit {6}.",
  "{} is {}, expected {}, called with {}.": "{1} ist {2}, erwartet wurde {3}, beim Aufruf mit {4}.",
  "The shape, {}, is right.": "Die Form, {1}, stimmt.",
  "That is close: were numbers rounded on the way, by toFixed or float32?":
    "Das ist knapp daneben: Wurde unterwegs gerundet, durch toFixed oder float32?",
  "This is {}, not a Matrix.": "Das ist {1}, keine Matrix.",
  "{} is {}, not a Matrix.": "{1} ist {2}, keine Matrix.",
  "Its numbers are right.": "Die Zahlen darin stimmen.",
  "Return a Matrix: Matrix.from(rows) makes one of an array of rows.":
    "Gib eine Matrix zurück: Matrix.from(rows) macht eine aus einem Array von Zeilen.",
  "It calls {}, which is not a function.": "Aufgerufen wird {1}, und das ist keine Funktion.",
  "Is it an import?": "Ist das ein Import?",
  "Then its name is misspelt: did you mean {}?":
    "Dann ist der Name falsch geschrieben: Ist {1} gemeint?",
  "A Matrix has no {}.": "Eine Matrix hat kein {1}.",
  "Write {}.": "Schreibe {1}.",
  "A Matrix is not an array.": "Eine Matrix ist kein Array.",
  "Write A.toArray(), which gives its rows.": "Schreibe A.toArray(): Das sind ihre Zeilen.",
  "Write A.get(i, j) for one number, or A.toArray()[i] for a row.":
    "Schreibe A.get(i, j) für eine Zahl oder A.toArray()[i] für eine Zeile.",
  "A Matrix never changes, so A[{}] can't be set.":
    "Eine Matrix ändert sich nie: A[{1}] kann nicht gesetzt werden.",
  "Put the numbers into arrays, and make the Matrix of them at the end: Matrix.from(rows).":
    "Schreibe die Zahlen in Arrays, und mache am Ende die Matrix daraus: Matrix.from(rows).",
  "Signs such as - and * and functions such as Math.max do not work with matrices.":
    "Zeichen wie - und * und Funktionen wie Math.max rechnen nicht mit Matrizen.",
  "Write subtract(A, B), scale(A, 2), multiply(A, B) or matmul(A, B), or take single numbers with A.get(i, j).":
    "Schreibe subtract(A, B), scale(A, 2), multiply(A, B) oder matmul(A, B), oder nimm einzelne Zahlen mit A.get(i, j).",
  "A + B and A == B do not work with matrices.": "A + B und A == B gibt es nicht für Matrizen.",
  "Write add(A, B), or A.get(i, j) + B.get(i, j) for single numbers.":
    "Schreibe add(A, B), oder A.get(i, j) + B.get(i, j) für einzelne Zahlen.",
  "In a text, write `${A}`.": "In einem Text schreibe `${A}`.",
};

/** Mistakes that are recognized in any exercise. */
const mistakes: Sentences = {
  "In {}:": "In {1}:",
  "This is {} itself, as it was given.": "Das ist {1} selbst, wie es übergeben wurde.",
  "Every sign is opposite.": "Alle Vorzeichen sind umgekehrt.",
  "And every sign is opposite.": "Und alle Vorzeichen sind umgekehrt.",
  "The numbers are right, but rows and columns are exchanged: this is the transpose.":
    "Die Zahlen stimmen, aber Zeilen und Spalten sind vertauscht: Das ist die Transponierte.",
  "No number is below 0: the signs were lost.":
    "Keine Zahl liegt unter 0: Die Vorzeichen sind verloren gegangen.",
  "Each number is the square of what it should be.":
    "Jede Zahl ist das Quadrat dessen, was sie sein soll.",
  "Every number is 1 too {}. Where does a sum begin?":
    "Jede Zahl ist um 1 zu {1}. Wo beginnt eine Summe?",
  "large": "groß",
  "small": "klein",
  "The numbers were rounded to whole ones. Leave them as they are.":
    "Die Zahlen wurden auf ganze gerundet. Lass sie, wie sie sind.",
  "The numbers were rounded to {} decimals. Leave them as they are.":
    "Die Zahlen wurden auf {1} Nachkommastellen gerundet. Lass sie, wie sie sind.",
  "Each number is 1 minus what it should be.": "Jede Zahl ist 1 minus das, was sie sein soll.",
  "Each number is the square root of what it should be.":
    "Jede Zahl ist die Quadratwurzel dessen, was sie sein soll.",
  "Each number is the logarithm of what it should be.":
    "Jede Zahl ist der Logarithmus dessen, was sie sein soll.",
  "Each number is e to the power of what it should be.":
    "Jede Zahl ist e hoch das, was sie sein soll.",
  "Each number is 1 divided by what it should be.":
    "Jede Zahl ist 1 geteilt durch das, was sie sein soll.",
  "The numbers below 0 became 0. Leave them as they are.":
    "Die Zahlen unter 0 wurden zu 0. Lass sie, wie sie sind.",
  "There is only 1 for numbers above 0, and 0 for the others. Give the numbers themselves.":
    "Für Zahlen über 0 steht nur 1 da, für die anderen 0. Gib die Zahlen selbst zurück.",
  "Every number is 0. A Matrix can't be changed after it was made: put the numbers into arrays first, and make the Matrix of them at the end.":
    "Jede Zahl ist 0. Eine Matrix lässt sich nachträglich nicht ändern: Schreibe die Zahlen erst in Arrays, und mache am Ende die Matrix daraus.",
  "All rows are the same: one array was used for every row.":
    "Alle Zeilen sind gleich: Für jede Zeile wurde dasselbe Array verwendet.",
  "Each row holds the numbers of all rows: one array was used throughout.":
    "In jeder Zeile stehen die Zahlen aller Zeilen: Es wurde durchweg dasselbe Array verwendet.",
  "Make a new array for each row, inside the loop over the rows.":
    "Lege für jede Zeile ein neues Array an, innerhalb der Schleife über die Zeilen.",
  "All numbers stand in a single row or a single column.":
    "Alle Zahlen stehen in einer einzigen Zeile oder Spalte.",
  "Collect each row in an array of its own, and these arrays in another one.":
    "Sammle jede Zeile in einem eigenen Array, und diese Arrays in einem weiteren.",
  "There is only the first row.": "Es gibt nur die erste Zeile.",
  "Does the return stand inside the loop? It belongs after it.":
    "Steht das return in der Schleife? Es gehört dahinter.",
  "The first or the last row is missing. A loop over n rows goes from 0 to n - 1: for (let i = 0; i < n; i++).":
    "Die erste oder die letzte Zeile fehlt. Eine Schleife über n Zeilen läuft von 0 bis n - 1: for (let i = 0; i < n; i++).",
  "The first or the last column is missing. A loop over n columns goes from 0 to n - 1: for (let j = 0; j < n; j++).":
    "Die erste oder die letzte Spalte fehlt. Eine Schleife über n Spalten läuft von 0 bis n - 1: for (let j = 0; j < n; j++).",
  "Each number of a row has those to the left of it added.":
    "Zu jeder Zahl einer Zeile sind die links davon addiert.",
  "Each number of a column has those above it added.":
    "Zu jeder Zahl einer Spalte sind die darüber addiert.",
  "Does a sum go on where it should begin at 0?":
    "Läuft eine Summe weiter, wo sie wieder bei 0 beginnen müsste?",
  "The numbers of each row were added up to a single one.":
    "Die Zahlen jeder Zeile wurden zu einer einzigen addiert.",
  "The first element is missing.": "Das erste Element fehlt.",
  "The last element is missing.": "Das letzte Element fehlt.",
  "Only every {}th element is there. All of them are needed: take away the condition, such as if (k % {} === 0).":
    "Nur jedes {1}. Element ist da. Gebraucht werden alle: Nimm die Bedingung heraus, etwa if (k % {2} === 0).",
  "This is {} alone. All of them are needed, with their names: return {}, with braces.":
    "Das ist nur {1}. Gebraucht werden alle, mit ihren Namen: return {2}, mit geschweiften Klammern.",
  "Without braces, return {} gives only the last one.":
    "Ohne die Klammern liefert return {1} nur das letzte.",
  "The results came as an array. They need their names: return {}, with braces.":
    "Die Ergebnisse kamen als Array. Sie brauchen ihre Namen: return {1}, mit geschweiften Klammern.",
  "The number is right, but it came as a 1 x 1 matrix. Return the number itself.":
    "Die Zahl stimmt, kam aber als 1 x 1-Matrix. Gib die Zahl selbst zurück.",
  "{} is what stands under that name in {}, as it was given.":
    "{1} ist das, was unter diesem Namen in {2} steht, wie es übergeben wurde.",
  "In {} every sign is opposite.": "In {1} sind alle Vorzeichen umgekehrt.",
  "In {} every number is 0. A Matrix can't be changed after it was made: put the numbers into arrays first, and make the Matrix of them at the end.":
    "In {1} ist jede Zahl 0. Eine Matrix lässt sich nachträglich nicht ändern: Schreibe die Zahlen erst in Arrays, und mache am Ende die Matrix daraus.",
  "The elements stand in the opposite order.": "Die Elemente stehen in umgekehrter Reihenfolge.",
  "There is only the last element: each replaced the one before.":
    "Es gibt nur das letzte Element: Jedes hat das vorige ersetzt.",
  "This is what comes out if {} and {} change places.":
    "Das kommt heraus, wenn {1} und {2} vertauscht werden.",
  "Rows were taken for columns: what should go down each column goes along each row, or the other way round.":
    "Zeilen und Spalten wurden verwechselt: Was jede Spalte hinuntergehen soll, geht jede Zeile entlang, oder umgekehrt.",
  "Only the first image counts.": "Nur das erste Bild zählt.",
  "Only the last image counts.": "Nur das letzte Bild zählt.",
  "Does a return stand inside the loop?": "Steht ein return in der Schleife?",
  "Does each one replace the one before? Add them up with +=.":
    "Ersetzt jedes das vorige? Addiere sie mit +=.",
  "The first column was left out, which is an image.":
    "Die erste Spalte, also ein Bild, wurde ausgelassen.",
  "The last column was left out, which is an image.":
    "Die letzte Spalte, also ein Bild, wurde ausgelassen.",
  "A loop over m images goes from 0 to m - 1.":
    "Eine Schleife über m Bilder läuft von 0 bis m - 1.",
  "Only row 0 counts in the arguments.": "Von den Argumenten zählt nur Zeile 0.",
  "Row 0 was left out in the arguments.": "Von den Argumenten wurde Zeile 0 ausgelassen.",
  "The last row was left out in the arguments.":
    "Von den Argumenten wurde die letzte Zeile ausgelassen.",
  "A loop over n rows goes from 0 to n - 1.": "Eine Schleife über n Zeilen läuft von 0 bis n - 1.",
  "It looks as if a loop went around once too {}: look at where it begins and ends.":
    "Es sieht so aus, als liefe eine Schleife einmal zu {1}: Sieh nach, wo sie beginnt und endet.",
  "little": "wenig",
  "often": "oft",
  "Every number is {} times too large: is a division missing, or a multiplication too much?":
    "Jede Zahl ist {1}-mal so groß, wie sie sein soll: Fehlt eine Division, oder ist eine Multiplikation zu viel?",
  "Every number was divided by {}, or is too small by this factor for another reason.":
    "Jede Zahl wurde durch {1} geteilt oder ist aus einem anderen Grund um diesen Faktor zu klein.",
  "Every number is too small by the factor {} squared.":
    "Jede Zahl ist um den Faktor {1} zum Quadrat zu klein.",
  "This was divided by {} {} 1. Divide by the size itself.":
    "Geteilt wurde durch {1} {2} 1. Teile durch die Größe selbst.",
  "Every number is {} times too large.": "Jede Zahl ist {1}-mal so groß, wie sie sein soll.",
  "Every number is too small: it was divided by {}, or by numbers that make {}.":
    "Jede Zahl ist zu klein: Sie wurde durch {1} geteilt, oder durch Zahlen, die zusammen {2} ergeben.",
  "It looks as if a fixed number, such as {}, stands where {} belongs.":
    "Es sieht so aus, als stünde eine feste Zahl, etwa {1}, wo {2} hingehört.",
  "These numbers are right, but they still have to become a single one: {}.":
    "Diese Zahlen stimmen, aber aus ihnen muss noch eine einzige werden: {1}.",
  "add them up": "Addiere sie",
  "take their mean": "Nimm ihren Mittelwert",
  "This is a single number: everything was added up. Each element of the result needs its own.":
    "Das ist eine einzige Zahl: Alles wurde addiert. Jedes Element des Ergebnisses braucht eine eigene.",
  "This is the {} of each row of {}.": "Das ist von jeder Zeile von {2}: {1}.",
  "largest number": "die größte Zahl",
  "smallest number": "die kleinste Zahl",
  "number in the middle": "die mittlere Zahl",
  "sum of squares": "die Summe der Quadrate",
  "largest number's place": "die Stelle der größten Zahl",
  "product": "das Produkt",
  "Only row 0 is right; the others are still as in {}. Look at where the loop over the rows begins and ends.":
    "Nur Zeile 0 stimmt, die anderen sind noch wie in {1}. Sieh nach, wo die Schleife über die Zeilen beginnt und endet.",
  "The last row is still as in {}. Look at where the loop over the rows begins and ends.":
    "Die letzte Zeile ist noch wie in {1}. Sieh nach, wo die Schleife über die Zeilen beginnt und endet.",
  "Row 0 is still as in {}. Look at where the loop over the rows begins and ends.":
    "Zeile 0 ist noch wie in {1}. Sieh nach, wo die Schleife über die Zeilen beginnt und endet.",
  "Only column 0 is right; the others are still as in {}. Look at where the loop over the columns begins and ends.":
    "Nur Spalte 0 stimmt, die anderen sind noch wie in {1}. Sieh nach, wo die Schleife über die Spalten beginnt und endet.",
  "The last column is still as in {}. Look at where the loop over the columns begins and ends.":
    "Die letzte Spalte ist noch wie in {1}. Sieh nach, wo die Schleife über die Spalten beginnt und endet.",
  "The last columns are still as in {}. Look at where the loop over the columns begins and ends.":
    "Die letzten Spalten sind noch wie in {1}. Sieh nach, wo die Schleife über die Spalten beginnt und endet.",
  "The places are right, the numbers are not: {}.": "Die Plätze stimmen, die Zahlen nicht: {1}.",
  "there is {} where {} belongs, and there is {} where {} belongs":
    "{1} steht, wo {2} hingehört, und {3}, wo {4} hingehört",
  "there is {} where {} belongs": "{1} steht, wo {2} hingehört",
  "Every number is {} too {}.": "Jede Zahl ist um {1} zu {2}.",
  "Numbers below {} became {}. Leave them as they are.":
    "Zahlen unter {1} wurden zu {2}. Lass sie, wie sie sind.",
  "Numbers above {} became {}. Leave them as they are.":
    "Zahlen über {1} wurden zu {2}. Lass sie, wie sie sind.",
  "The numbers are right, but not their places.": "Die Zahlen stimmen, aber nicht ihre Plätze.",
  "The rows stand in the opposite order.": "Die Zeilen stehen in umgekehrter Reihenfolge.",
  "The columns stand in the opposite order.": "Die Spalten stehen in umgekehrter Reihenfolge.",
  "Rows and columns stand in the opposite order.":
    "Zeilen und Spalten stehen in umgekehrter Reihenfolge.",
  "The numbers are right, but they stand in other places. Follow one of them: which row and which column does it belong in?":
    "Die Zahlen stimmen, stehen aber an anderen Plätzen. Verfolge eine davon: In welche Zeile und welche Spalte gehört sie?",
  "This is what comes out if {}.": "Das kommt heraus, wenn {1}.",
  "This is what comes out if {} is twice as large: is something done twice?":
    "Das kommt heraus, wenn {1} doppelt so groß ist: Geschieht etwas zweimal?",
  "{} is half as large": "{1} halb so groß ist",
  "{} has the opposite sign": "{1} das umgekehrte Vorzeichen hat",
  "{} is always {}": "{1} immer {2} ist",
  "0.5 is subtracted from {} first": "von {1} zuerst 0.5 abgezogen wird",
  "all numbers in {} are 1, or it is left out of a product":
    "in {1} nur Einsen stehen oder es in einem Produkt fehlt",
  "{} stands in the place of {}": "{1} an der Stelle von {2} steht",
  "{} and {} change places": "{1} und {2} vertauscht werden",
  "{} is left out, or all its numbers are 0": "{1} fehlt oder nur Nullen enthält",
  "{} is transposed first": "{1} zuerst transponiert wird",
  "every sign in {} is opposite": "alle Vorzeichen in {1} umgekehrt sind",
  "the numbers below 0 in {} count as 0": "die Zahlen unter 0 in {1} als 0 zählen",
  "only the sign counts in {}: 1 for a number above 0, and 0 for any other":
    "in {1} nur das Vorzeichen zählt: 1 für eine Zahl über 0, sonst 0",
  "the signs in {} are lost": "die Vorzeichen in {1} verloren gehen",
  "{} is squared first": "{1} zuerst quadriert wird",
  "{} is doubled first": "{1} zuerst verdoppelt wird",
  "{} is halved first": "{1} zuerst halbiert wird",
  "{} is divided by 255 first": "{1} zuerst durch 255 geteilt wird",
  "{} is multiplied by 255 first": "{1} zuerst mit 255 multipliziert wird",
  "It uses {} of the notebook. The check called it with other values, {}: {} must use what it is given.":
    "Die Funktion verwendet {1} aus dem Notebook. Die Prüfung hat sie mit anderen Werten aufgerufen, {2}: {3} muss verwenden, was übergeben wird.",
  "It uses {} of the notebook, and not {}. The check called it with other values, {}: {} must use what it is given.":
    "Die Funktion verwendet {1} aus dem Notebook und nicht {2}. Die Prüfung hat sie mit anderen Werten aufgerufen, {3}: {4} muss verwenden, was übergeben wird.",
  "It uses {} of the notebook. The check called it with other values, {}: {} must use what it is given, and take the number of images from it, such as X.cols.":
    "Die Funktion verwendet {1} aus dem Notebook. Die Prüfung hat sie mit anderen Werten aufgerufen, {2}: {3} muss verwenden, was übergeben wird, und die Zahl der Bilder daraus nehmen, etwa X.cols.",
  "It takes {} arguments, and is called with {}: {}. What you need may come in one object, to be taken apart first.":
    "Die Funktion hat {1} Argumente und wird mit {2} aufgerufen: {3}. Was du brauchst, kommt vielleicht in einem Objekt, das zuerst zerlegt wird.",
};

/** Errors, and what they come of. */
const errors: Sentences = {
  "It was called with {}.": "Der Aufruf war mit {1}.",
  "It threw {}.": "Es kam zu einem Fehler: {1}.",
  "It uses {}, which the check can't find. It is called as {}: does it take these arguments?":
    "Die Funktion verwendet {1}, und das findet die Prüfung nicht. Aufgerufen wird {2}: Hat sie diese Argumente?",
  "It uses {}, which the check can't find.":
    "Die Funktion verwendet {1}, und das findet die Prüfung nicht.",
  "Run the cell that declares it, or correct the name.":
    "Führe die Zelle aus, die es deklariert, oder berichtige den Namen.",
  "It uses {} by itself. It comes in an argument: write {}, or take it out first, {}.":
    "Die Funktion verwendet {1} für sich allein. Es kommt in einem Argument: Schreibe {2}, oder nimm es zuerst heraus, {3}.",
  "It uses m, which is declared nowhere. m is the number of images: take it from an argument, as in const m = A1.cols.":
    "Die Funktion verwendet m, das nirgends deklariert ist. m ist die Zahl der Bilder: Nimm sie aus einem Argument, etwa const m = A1.cols.",
  "It calls {} like a function. A number of a matrix is {}, and an element of an array {}.":
    "{1} wird wie eine Funktion aufgerufen. Eine Zahl einer Matrix ist {2}, ein Element eines Arrays {3}.",
  "In an array of rows a number is set by rows[i][j] = x.":
    "In einem Array von Zeilen setzt man eine Zahl mit rows[i][j] = x.",
  "Make the Matrix of them at the end, with Matrix.from.":
    "Mache am Ende mit Matrix.from die Matrix daraus.",
  "push gives back the new length, which is a number: write rows.push(row), and not rows = rows.push(row).":
    "push gibt die neue Länge zurück, also eine Zahl: Schreibe rows.push(row), nicht rows = rows.push(row).",
  "What stands before the dot is no array.": "Was vor dem Punkt steht, ist kein Array.",
  "Arrays and matrices have no operations of their own: write transpose(A) or matmul(A, B).":
    "Arrays und Matrizen haben keine eigenen Operationen: Schreibe transpose(A) oder matmul(A, B).",
  "What stands before [...] is undefined. An array has only the rows that were put into it, counted from 0.":
    "Was vor [...] steht, ist undefined. Ein Array hat nur die Zeilen, die hineingelegt wurden, gezählt ab 0.",
  "Does a loop run too far, or are the two indices exchanged?":
    "Läuft eine Schleife zu weit, oder sind die beiden Indizes vertauscht?",
  "Each row is an array too, also where it has one number: [[1], [2]].":
    "Auch jede Zeile ist ein Array, selbst wenn sie nur eine Zahl hat: [[1], [2]].",
  "And a function with braces { } in map needs a return.":
    "Und eine Funktion mit geschweiften Klammern { } in map braucht ein return.",
  "A function with braces { } in map needs a return, and what a row lacks is undefined.":
    "Eine Funktion mit geschweiften Klammern { } in map braucht ein return, und was einer Zeile fehlt, ist undefined.",
  "Does every number find its place, also those that become 0?":
    "Hat jede Zahl ihren Platz, auch die, die zu 0 werden?",
  "That is a text and not a number: + with a text joins the two, and toFixed and `${x}` make texts.":
    "Das ist ein Text und keine Zahl: + mit einem Text hängt beide aneinander, und toFixed und `${x}` machen Texte.",
  "A comparison gives true or false. For a number write condition ? 1 : 0.":
    "Ein Vergleich liefert true oder false. Für eine Zahl schreibe Bedingung ? 1 : 0.",
  "A + B does not work with matrices: it is add(A, B), or A.get(i, j) + B.get(i, j) for each number.":
    "A + B geht mit Matrizen nicht: Es heißt add(A, B), oder A.get(i, j) + B.get(i, j) für jede Zahl.",
  "An object is taken apart with braces: const { W1, b1 } = parameters.":
    "Ein Objekt zerlegt man mit geschweiften Klammern: const { W1, b1 } = parameters.",
  "What stands before .get is no Matrix. In an array of rows the number is rows[i][j].":
    "Was vor .get steht, ist keine Matrix. In einem Array von Zeilen ist die Zahl rows[i][j].",
  "A Matrix is made of an array of rows: Matrix.from(rows).":
    "Eine Matrix entsteht aus einem Array von Zeilen: Matrix.from(rows).",
  "What is declared with const keeps its value. Declare it with let.":
    "Was mit const deklariert ist, behält seinen Wert. Deklariere es mit let.",
  "Inside the function this name is declared further down, and so the one outside is not seen. Give one of the two another name.":
    "In der Funktion wird dieser Name weiter unten deklariert, und so bleibt der von außen unsichtbar. Gib einem der beiden einen anderen Namen.",
  "The size of an array must be a whole number from 0: is it A.rows or A.cols?":
    "Die Länge eines Arrays muss eine ganze Zahl ab 0 sein: Heißt es A.rows oder A.cols?",
  "A division by 0 gives Infinity. Was a size taken by A.shape[1]?":
    "Eine Division durch 0 ergibt Infinity. Wurde ein Maß mit A.shape[1] geholt?",
  'The shape is a text such as "10 x 784", and [1] is one character of it: the number of columns is A.cols, that of rows A.rows.':
    'Die Form ist ein Text wie "10 x 784", und [1] ist ein Zeichen davon: Die Zahl der Spalten ist A.cols, die der Zeilen A.rows.',
  'This was divided by the wrong number. If that is {}: the shape is a text such as "10 x 784", and [1] is one character of it. The number of columns is {}, that of rows {}.':
    'Geteilt wurde durch die falsche Zahl. Ist das {1}? Die Form ist ein Text wie "10 x 784", und [1] ist ein Zeichen davon. Die Zahl der Spalten ist {2}, die der Zeilen {3}.',
  "Something has no value there: is a name misspelt, or is a return missing in a function that you use?":
    "Dort hat etwas keinen Wert: Ist ein Name falsch geschrieben, oder fehlt in einer Funktion, die du verwendest, ein return?",
  "A comparison such as Z > 0 works with single numbers, not with a whole matrix.":
    "Ein Vergleich wie Z > 0 gilt einzelnen Zahlen, nicht einer ganzen Matrix.",
  "row + row joins two arrays to a text. Add number by number, and collect the sums in a new array.":
    "row + row hängt zwei Arrays zu einem Text aneinander. Addiere Zahl für Zahl, und sammle die Summen in einem neuen Array.",
  "One of the sizes has no value: an array has array.length, a Matrix A.rows and A.cols.":
    "Eines der Maße hat keinen Wert: Ein Array hat array.length, eine Matrix A.rows und A.cols.",
  "A number times a matrix is scale(A, number); multiply takes two matrices.":
    "Eine Zahl mal eine Matrix ist scale(A, zahl); multiply nimmt zwei Matrizen.",
  "The number is missing, or has no value: scale(A, number).":
    "Die Zahl fehlt oder hat keinen Wert: scale(A, zahl).",
  "backward takes all that forward gave, with its names: backward(parameters, activations, X, Y).":
    "backward nimmt alles, was forward geliefert hat, mit den Namen: backward(parameters, activations, X, Y).",
  "Signs such as - and * and functions such as Math.log work with single numbers, not with a whole matrix.":
    "Zeichen wie - und * und Funktionen wie Math.log rechnen mit einzelnen Zahlen, nicht mit einer ganzen Matrix.",
  "That is a library of Python. Use what the notebook imports.":
    "Das ist eine Bibliothek für Python. Verwende, was das Notebook importiert.",
  "That is Python's: here it is undefined, true or false.":
    "Das gibt es in Python: Hier heißt es undefined, true oder false.",
  "There is no such function: add up in a loop, or use sumColumns(A) for each row.":
    "So eine Funktion gibt es nicht: Addiere in einer Schleife, oder nimm sumColumns(A) für jede Zeile.",
  "The matrix product is matmul(A, B) here.": "Das Matrixprodukt heißt hier matmul(A, B).",
  "Matrix.zeros(rows, cols) makes a matrix of zeros.":
    "Matrix.zeros(rows, cols) macht eine Matrix aus Nullen.",
  "np is NumPy, which belongs to Python. Here matmul(A, B) stands for np.dot, transpose(A) for A.T, sumColumns(A) for np.sum(A, 1), and Math.exp(x) for np.exp of one number.":
    "np ist NumPy und gehört zu Python. Hier steht matmul(A, B) für np.dot, transpose(A) für A.T, sumColumns(A) für np.sum(A, 1) und Math.exp(x) für np.exp einer Zahl.",
  "len is Python's: an array has array.length, a Matrix A.rows and A.cols.":
    "len gibt es in Python: Ein Array hat array.length, eine Matrix A.rows und A.cols.",
  "range is Python's: count with for (let i = 0; i < n; i++).":
    "range gibt es in Python: Zähle mit for (let i = 0; i < n; i++).",
  "enumerate is Python's: here it is for (const [i, x] of list.entries()).":
    "enumerate gibt es in Python: Hier heißt es for (const [i, x] of list.entries()).",
  "zip is Python's: here it is a.map((x, i) => [x, b[i]]).":
    "zip gibt es in Python: Hier heißt es a.map((x, i) => [x, b[i]]).",
  "print is Python's: here it is console.log(...).":
    "print gibt es in Python: Hier heißt es console.log(...).",
  "JavaScript has it under Math: Math.exp(x), Math.log(x), Math.max(0, x).":
    "In JavaScript steht das unter Math: Math.exp(x), Math.log(x), Math.max(0, x).",
};

/** What the code shows. */
const habits: Sentences = {
  '{} is one character: the shape is a text such as "10 x 784". The number of rows is A.rows, that of columns A.cols.':
    '{1} ist ein einzelnes Zeichen: Die Form ist ein Text wie "10 x 784". Die Zahl der Zeilen ist A.rows, die der Spalten A.cols.',
  "{} looks only at what stands behind the comma. With rows it is C[i][j]; a Matrix has A.get(i, j).":
    "{1} beachtet nur, was hinter dem Komma steht. Mit Zeilen heißt es C[i][j]; eine Matrix hat A.get(i, j).",
  "The function in {} has braces and no return, so it gives undefined.":
    "Die Funktion in {1} hat geschweifte Klammern und kein return, liefert also undefined.",
  "push gives back the new length, a number: write rows.push(row), without a = before it.":
    "push gibt die neue Länge zurück, eine Zahl: Schreibe rows.push(row), ohne ein = davor.",
  "{} sets a value, and does not ask: two values are compared by ===.":
    "{1} setzt einen Wert und fragt nicht: Zwei Werte vergleicht man mit ===.",
  "{} leaves it as it was: x++ alone adds 1.":
    "{1} lässt den Wert, wie er war: x++ allein zählt 1 dazu.",
  "{} is no power: ^ works on bits. A power is x ** 2.":
    "{1} ist keine Potenz: ^ rechnet mit Bits. Eine Potenz ist x ** 2.",
  'for (... in ...) goes through the places, and each is a text such as "0"; for (... of ...) goes through the values.':
    'for (... in ...) durchläuft die Stellen, und jede ist ein Text wie "0"; for (... of ...) durchläuft die Werte.',
  "A sum that begins with a text stays a text: let it begin with 0.":
    "Eine Summe, die mit einem Text beginnt, bleibt ein Text: Lass sie bei 0 beginnen.",
  "{} has no value at first, and undefined + 1 is NaN: let {} = 0.":
    "{1} hat am Anfang keinen Wert, und undefined + 1 ist NaN: let {2} = 0.",
  "reduce without a first value begins with the first element as it is. Give it one, such as 0: reduce((sum, x) => ..., 0).":
    "reduce ohne Startwert beginnt mit dem ersten Element, wie es ist. Gib einen Startwert an, etwa 0: reduce((sum, x) => ..., 0).",
  "{} has one argument. If that is an array, take it apart with three dots: {}.":
    "{1} hat ein einziges Argument. Ist das ein Array, dann zerlege es mit drei Punkten: {2}.",
  "sort() orders numbers as texts, 10 before 9: sort((a, b) => a - b).":
    "sort() ordnet Zahlen wie Texte, 10 vor 9: sort((a, b) => a - b).",
  "{} takes {} arguments: {}.": "{1} braucht {2} Argumente: {3}.",
  "The order counts: {}.": "Die Reihenfolge zählt: {1}.",
  "It does not use {}, which it is given: {}.":
    "Die Funktion verwendet {1} nicht, obwohl es übergeben wird: {2}.",
  "continue leaves out what stands below it in the loop. Does that belong to every turn?":
    "continue lässt aus, was in der Schleife darunter steht. Gehört das zu jedem Durchgang?",
  "A loop goes on by {}, and so leaves some out.":
    "Eine Schleife geht mit {1} weiter und lässt so einige aus.",
  "It uses {}. Does the formula have that?":
    "Die Funktion verwendet {1}. Kommt das in der Formel vor?",
  "{} is added to something. The formula has no such number.":
    "{1} wird zu etwas addiert. In der Formel kommt diese Zahl nicht vor.",
  "A {} stands inside a loop: it ends there, before the loop is through.":
    "In einer Schleife steht {1}: Dort endet sie, bevor alles an der Reihe war.",
  "What {} gives is not kept: it changes nothing, but gives something new. Put return, or a name and =, in front of it.":
    "Was {1} liefert, geht verloren: Es ändert nichts, sondern liefert etwas Neues. Setze return oder einen Namen und = davor.",
  "It has {} written in it. Does the formula have such a number? What differs from call to call, such as the number of images, comes from the arguments.":
    "In der Funktion steht {1}. Kommt diese Zahl in der Formel vor? Was sich von Aufruf zu Aufruf ändert, etwa die Zahl der Bilder, kommt aus den Argumenten.",
};

/** All of it. */
export const german: Sentences = {
  ...around,
  ...outcomes,
  ...results,
  ...mistakes,
  ...germanNumbers,
  ...errors,
  ...habits,
};
