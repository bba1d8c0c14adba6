/** The words around a question in Spanish (es-CO). Numbers arrive already written. */
export const captureEs = {
  readAloud: 'Lea en voz alta:',
  doNotRead: 'No leer',
  readAloudHint:
    'Lea en voz alta lo que tiene este signo. Lo que dice “No leer” es para usted. Las opciones que no se leen se marcan solo si la persona las dice.',
  readOptions: 'Lea las opciones.',
  doNotReadOptions: 'Busque la opción que diga la persona.',

  note: {
    add: 'Agregar nota',
    label: 'Nota',
    hint: 'La nota acompaña la respuesta y se envía con ella.',
    remove: 'Quitar la nota',
  },

  previous: {
    use: (when: string, answer: string) => `Usar lo de ${when}: ${answer}`,
    same: (when: string) => `Igual que en ${when}`,
  },

  composition: {
    enteredAs: '¿Cómo tiene los datos?',
    amounts: 'Tengo cantidades',
    percentages: 'Tengo porcentajes',
    sum: (sum: string) => `Suma: ${sum}`,
    done: 'completa',
    lacks: (amount: string) => `faltan ${amount}`,
    lacksOne: (amount: string) => `falta ${amount}`,
    spare: (amount: string) => `sobran ${amount}`,
    spareOne: (amount: string) => `sobra ${amount}`,
    fillHere: 'Poner lo que falta aquí',
    fillNamed: (row: string) => `Poner lo que falta aquí: ${row}`,
    filled: (amount: string, row: string) => `Se puso ${amount} en ${row}.`,
    zeros: 'Poner 0 en las filas vacías',
    zeroed: (count: number) => (count === 1 ? 'Se puso 0 en 1 fila.' : `Se puso 0 en ${count} filas.`),
    takeSum: (sum: string) => `Usar ${sum} como total`,
    tookSum: (sum: string) => `El total ahora es ${sum}.`,
    undo: 'Deshacer',
    needsTotal: 'Escriba primero el total.',
    equals: (amount: string) => `= ${amount}`,
    enteredPercentages: 'Escrito en porcentajes',
    enteredAmounts: 'Escrito en cantidades',
    picture: (parts: string) => `Reparto: ${parts}`,
    pictureHint: (rows: readonly number[], lacks: boolean) =>
      `De izquierda a derecha: ${rows.length === 1 ? 'fila' : 'filas'} ${rows.join(', ')}.${lacks ? ' El espacio vacío es lo que falta.' : ''}`,
  },

  matches: (count: number) => (count === 1 ? 'Coincide 1 opción' : `Coinciden ${count} opciones`),
  wholeList: (count: number) => `${count} opciones. Deslice la lista para ver todas.`,

  text: {
    left: (count: number) => (count === 1 ? 'Queda 1 letra' : `Quedan ${count} letras`),
    full: 'No quedan letras',
  },

  warnings: {
    title: (count: number) => (count === 1 ? 'Hay 1 respuesta por confirmar' : `Hay ${count} respuestas por confirmar`),
    hint: 'Corrija o confirme. Puede seguir de todas formas.',
    goOn: 'Seguir',
  },

  pending: (count: number) =>
    count === 0
      ? 'no faltan preguntas obligatorias'
      : count === 1
        ? 'falta 1 pregunta obligatoria'
        : `faltan ${count} preguntas obligatorias`,
  done: 'Listo',
}

/** What every language must say: the same keys, with other words. */
export type CaptureTexts = typeof captureEs
