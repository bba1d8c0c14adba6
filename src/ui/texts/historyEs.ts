import { pointsEs } from './pointsEs.ts'

function dimensionsEs(count: number, all: number): string {
  if (count === 1) return '1\u00a0dimensión'
  return `${count === all ? 'las ' : ''}${count}\u00a0dimensiones`
}

/** The words of earlier results and of the comparison with other clusters in Spanish (es-CO). */
export const historyEs = {
  title: 'Cómo ha cambiado',
  rose: (count: number, all: number, since: string) => `Subió en ${dimensionsEs(count, all)} desde ${since}`,
  fell: (count: number, all: number, since: string) => `Bajó en ${dimensionsEs(count, all)} desde ${since}`,
  roseAndFell: (rose: number, fell: number, since: string) =>
    `Subió en ${rose} ${rose === 1 ? 'dimensión' : 'dimensiones'} y bajó en ${fell} desde ${since}`,
  unchanged: (since: string) => `Sin cambios desde ${since}`,
  notComparable: 'Los resultados anteriores se calcularon con otras reglas',
  unit: (results: number) => `Puntaje de 0 a 100 por dimensión. ${results}\u00a0resultados de esta iniciativa.`,
  up: (points: string) => `▲ subió ${pointsEs(points)}`,
  down: (points: string) => `▼ bajó ${pointsEs(points)}`,
  same: 'sin cambio',
  noValue: 'sin dato',
  now: 'Ahora',
  total: 'Puntaje total',
  otherEdition: (date: string, edition: number) =>
    `El resultado de ${date} usó la edición ${edition} del cuestionario, con las mismas reglas.`,
  rescored: (date: string, told: string, again: string) =>
    `El puntaje de ${date} fue ${told} con las reglas de entonces. Con las de ahora sería ${again}.`,
  rescoredWhy: 'Esa diferencia viene de las reglas. El resto del cambio viene de la práctica.',
  other: (date: string) =>
    `El resultado de ${date} usó otras reglas y otras preguntas. No se puede comparar punto por punto.`,
  otherRules: 'otras reglas',
  toldThen: 'como se informó entonces',

  peers: {
    group: 'Comparar con',
    band: 'La mitad central de las iniciativas',
    label: (date: string, n: string) => `Comparación con datos del ${date}, ${n} iniciativas.`,
    none: 'Para comparar con otras iniciativas, pida el archivo de comparación al equipo del censo.',
    where: 'Ábralo en Ajustes y envíos.',
    middle: (low: string, high: string) => `La mitad central está entre ${low} y ${high}`,
    column: 'Mitad central',
    meaning:
      'La franja gris muestra dónde está la mitad de las iniciativas. Una cuarta parte queda por debajo y otra por encima.',
    filter: 'Filtrar los grupos',
  },

  files: {
    title: 'Resultados anteriores y comparación',
    earlier: 'Resultados de rondas anteriores',
    earlierHint: 'Abra un archivo .cumulo para ver cómo ha cambiado un clúster. Su contenido no se envía al censo.',
    earlierOpen: 'Abrir archivo de resultados',
    earlierCount: (count: number) =>
      count === 1 ? 'Hay 1 resultado anterior en esta tableta.' : `Hay ${count} resultados anteriores en esta tableta.`,
    earlierNone: 'Todavía no hay resultados que vengan de archivos.',
    earlierRemove: 'Quitar los resultados que vienen de archivos',
    earlierRemoved: 'Se quitaron los resultados que venían de archivos.',
    added: (count: number) => (count === 1 ? 'Se agregó 1 resultado.' : `Se agregaron ${count} resultados.`),
    known: (count: number) => (count === 1 ? '1 ya estaba aquí.' : `${count} ya estaban aquí.`),
    present: (count: number) =>
      count === 1 ? '1 es de la ronda abierta y no se agregó.' : `${count} son de la ronda abierta y no se agregaron.`,
    nothing: 'El archivo no trae resultados.',
    copy: 'Guardar mis resultados',
    copyHint:
      'Para verlos en otra tableta, guarde sus resultados en un archivo. Lleva las respuestas completas: téngalo en un lugar seguro.',
    copied: (count: number) =>
      count === 1 ? 'Se preparó el archivo con 1 resultado.' : `Se preparó el archivo con ${count} resultados.`,
    refused: {
      'not-handover': 'Este archivo no trae resultados de Cúmulo. Busque uno que termine en .cumulo.',
      damaged: 'El archivo está incompleto o dañado. Pida que lo copien de nuevo.',
      'too-large': 'El archivo es más grande de lo que esta tableta puede abrir. Pida uno con menos resultados.',
      'too-many-lines': 'El archivo trae demasiados resultados. Pida uno con menos.',
      draft: 'Este archivo trae un borrador, no un resultado. Primero hay que finalizarlo.',
    },
    badLine: (line: number) => `La línea ${line} del archivo no es un resultado. No se agregó nada.`,
    benchmark: 'Comparación con otras iniciativas',
    benchmarkHint: 'Abra el archivo que entrega el equipo del censo. Solo trae grupos de cinco o más iniciativas.',
    benchmarkOpen: 'Abrir archivo de comparación',
    benchmarkNone: 'Todavía no hay datos de comparación en esta tableta.',
    benchmarkKept: (date: string, groups: number) =>
      groups === 1 ? `Hay datos del ${date}, con 1 grupo.` : `Hay datos del ${date}, con ${groups} grupos.`,
    benchmarkRead: 'Se guardaron los datos de comparación.',
    benchmarkRefused: 'Este archivo no trae datos de comparación que se puedan leer. Pida otro al equipo del censo.',
    notKept: 'No se pudo guardar. Puede faltar espacio en la tableta.',
  },
}

export type HistoryTexts = typeof historyEs
