import { pointsEs } from './pointsEs.ts'

/** The words of review and result in Spanish (es-CO). Numbers arrive already written. */
export const resultEs = {
  yes: 'Sí',
  no: 'No',
  nonAnswers: { dk: 'No sabe', refused: 'Prefiere no responder', na: 'No aplica' },
  blanked: 'Borrado de esta tableta 90 días después de recibida.',
  and: (items: readonly string[]) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} y ${items.at(-1) ?? ''}`,

  review: {
    sectionTitle: (section: string) => `Resumen: ${section}`,
    title: 'Revise sus respuestas antes de finalizar',
    counts: (answered: number, asked: number) => `${answered} de ${asked} preguntas con respuesta.`,
    stays: 'Se queda en esta tableta; no se enviará.',
    isSent: 'Al finalizar se enviará al censo.',
    waitsForNetwork: 'Al finalizar quedará en “Listas para enviar”. La encuesta se enviará sola cuando haya internet.',
    waitsForEnrolment:
      'Al finalizar quedará en “Listas para enviar”. Para enviar la encuesta, vincule esta tableta al censo.',
    filterLabel: 'Mostrar',
    all: (count: number) => `Todo\u00a0(${count})`,
    unanswered: (count: number) => `Sin responder\u00a0(${count})`,
    warned: (count: number) => `Con errores o avisos\u00a0(${count})`,
    blank: 'Sin respuesta',
    typed: (typed: string) => `Escribió “${typed}”`,
    change: 'Cambiar',
    changeOf: (title: string) => `Cambiar: ${title}`,
    summaryTitle: (count: number, toConfirm: number) =>
      [
        count === 1
          ? 'Hay 1 respuesta que no puede enviarse así'
          : `Hay ${count} respuestas que no pueden enviarse así`,
        ...(toConfirm > 0 ? [toConfirm === 1 ? '1 aviso por confirmar' : `${toConfirm} avisos por confirmar`] : []),
      ].join(' y '),
    notYet: 'Todavía no se puede finalizar',
    toConfirm: (count: number) => (count === 1 ? 'Falta confirmar 1 aviso' : `Falta confirmar ${count} avisos`),
    warningsTitle: (count: number) => (count === 1 ? 'Hay 1 aviso por confirmar' : `Hay ${count} avisos por confirmar`),
    allConfirmed: 'Avisos confirmados',
    warningsHint: 'Para finalizar, corrija cada respuesta o marque “Es correcto”.',
    confirm: 'Confirmar',
    revise: 'Revisar',
    isCorrect: 'Es correcto',
    reason: 'Motivo (opcional)',
    mustMend: 'Por corregir',
    warning: 'Aviso',
    nothingHere: 'No hay respuestas con este filtro.',
    finish: 'Finalizar y ver resultado',
    finishUnscored: 'Finalizar',
    notFinished: 'No se pudo finalizar. Sus respuestas siguen guardadas en esta tableta. Intente de nuevo.',
  },

  result: {
    title: 'Resultado',
    titleUnscored: 'Sus respuestas',
    stage: (stage: string): readonly string[] => ['Su clúster está en etapa ', stage, '.'],
    strongest: (dimension: string) => `Su fortaleza es ${dimension}.`,
    nearest: (dimension: string) => `Lo que más acerca su clúster a la siguiente etapa es ${dimension}.`,
    provisional: 'Es un resultado provisional: faltan respuestas que podrían cambiarlo.',
    insufficient: 'Con las respuestas actuales no podemos calcular la etapa.',
    missingOf: (missing: number, dimension: string) =>
      missing === 1
        ? `Falta responder 1 pregunta de ${dimension}.`
        : `Falta responder ${missing} preguntas de ${dimension}.`,
    missingAll: (missing: number, list: string) => `Falta responder ${missing} preguntas: ${list}.`,
    missingPart: (missing: number, dimension: string) => `${missing}\u00a0de ${dimension}`,
    notActive: 'No se calcula una etapa porque la iniciativa no figura como activa. Sus respuestas quedan guardadas.',
    seeNext: 'Ver qué sigue',
    score: (score: string) => `Puntaje: ${score} de 100.`,
    stagesTitle: 'Las etapas',
    stageNumber: (number: number) => `Etapa ${number}`,
    youAreHere: 'Usted está aquí',
    lastStage: 'Es la última etapa. El reto ahora es mantenerla.',
    toReach: (stage: string, parts: string) => `Para llegar a ${stage}, ${parts}.`,
    pointsMissing: (points: string, to: string) => `el puntaje total debe subir ${pointsEs(points)} hasta ${to}`,
    conditionsMissing: (unmet: number, all: number) =>
      all === 1 ? 'falta cumplir 1 condición' : `falta cumplir ${unmet} de ${all} condiciones`,
    minimumMissing: (dimension: string, points: string, to: string) =>
      `${dimension} debe subir ${pointsEs(points)} hasta ${to}`,
    stageInGeneral: 'Así suele ser esta etapa.',
    border: (lower: string, upper: string) => `Su puntaje está en el límite entre ${lower} y ${upper}.`,
    profileTitle: 'Su perfil por dimensión',
    profileFinding: (highest: string, lowest: string) => `${highest} es su dimensión más alta; ${lowest}, la más baja`,
    profileEven: 'Sus dimensiones están todas en el mismo punto',
    profileRange: 'Faltan respuestas para mostrar su perfil completo',
    profileUnit: (answered: number, counting: number) =>
      `Puntaje de 0 a 100 por dimensión, con ${answered === counting ? '' : `${answered} de `}${counting} indicadores.`,
    legend: {
      label: 'Qué muestra cada marca',
      now: 'Ahora',
      range: 'Entre estos valores',
      target: (stage: string) => `Mínimo para ${stage}`,
      tick: 'Mínimos de las etapas',
    },
    range: (min: string, max: string) => `${min} a ${max}`,
    rangeWhy: 'No alcanza para calcular: faltan respuestas. Mostramos entre qué valores puede estar.',
    dimensionValue: (dimension: string, value: string) => `${dimension}: ${value} de 100`,
    minimum: (value: string) => `Mínimo de la siguiente etapa: ${value}`,
    previous: (date: string, value: string) => `En ${date}: ${value}`,
    seeAnswer: (question: string) => `Ver la respuesta: ${question}`,
    giveAnswer: (question: string) => `Responder: ${question}`,
    seeAnswers: 'Ver todas las respuestas',
    seeIndicators: (dimension: string) => `Ver las preguntas de ${dimension}`,
    indicator: 'Indicador',
    yourLevel: 'Su situación',
    points: 'Puntos del total',
    pointsOf: (points: string, available: string) => `${points} de ${available}`,
    pointsTotal: 'Suma de la dimensión',
    pointsRounded: 'Los puntos se muestran redondeados.',
    missing: 'Sin respuesta',
    skipped: 'No se preguntó',
    notApplicable: 'No aplica',
    seeTable: 'Ver tabla',
    dimension: 'Dimensión',
    value: 'Puntaje',
    minimumColumn: 'Mínimo siguiente',
    previousColumn: (date: string) => `En ${date}`,
    whyTitle: 'Por qué',
    added: 'Qué sumó',
    lacking: 'Qué falta',
    plusPoints: (points: string) => `Suma ${pointsEs(points)} al total`,
    lostPoints: (points: string) => `Puede sumar ${pointsEs(points)} al total`,
    nothingAdded: 'Todavía ningún indicador suma puntos.',
    nothingLacking: 'Ningún indicador tiene puntos por sumar.',
    conditionsTitle: (stage: string) => `Condiciones de la etapa ${stage}`,
    metCount: (met: number, all: number) => `Ya cumple ${met} de las ${all} de esta lista.`,
    met: 'Cumplida',
    unmet: 'Por cumplir',
    minimumOf: (dimension: string, minimum: string) => `${dimension}: ${minimum}\u00a0o\u00a0más`,
    scoreOf: (minimum: string) => `Puntaje total: ${minimum}\u00a0o\u00a0más`,
    minimumDetail: (now: string, points: string) =>
      `Hoy: ${now}. ${points === '1,0' ? 'Le falta' : 'Le faltan'} ${pointsEs(points)}.`,
    nextTitle: 'Qué sigue',
    nextIntro: (steps: number): string =>
      steps === 1
        ? 'Este paso acerca su iniciativa a la siguiente etapa.'
        : 'Por aquí empieza el camino a la siguiente etapa.',
    keepIntro: 'Ya está en la última etapa. Estos pasos ayudan a mantenerla y todavía suman.',
    keepTop: 'Todo está en el nivel más alto. Repita la autoevaluación en la próxima ronda para ver si se mantiene.',
    who: 'Quién',
    effort: 'Esfuerzo',
    efforts: { low: 'bajo', medium: 'medio', high: 'alto' },
    hint: 'Consejo',
    otherSteps: (count: number) => (count === 1 ? 'Ver 1 paso más' : `Ver ${count} pasos más`),
    onlyConditions: 'No hay indicadores por mejorar. Faltan las condiciones marcadas arriba.',
    completenessTitle: 'Qué tan completo está',
    answeredCount: (answered: number, counting: number) =>
      `Sus respuestas alcanzan para ${answered} de los ${counting} indicadores que cuentan.`,
    countedBy: 'Un indicador puede salir de varias preguntas, y una pregunta puede servir para varios indicadores.',
    bounds: (missing: number, min: string, max: string) =>
      missing === 1
        ? `El indicador que falta podría mover el puntaje entre ${min} y ${max}.`
        : `Los ${missing} indicadores que faltan podrían mover el puntaje entre ${min} y ${max}.`,
    allAnswered: 'No falta ninguno: el puntaje no cambiará por respuestas pendientes.',
    useTitle: 'Uso de este resultado',
    answersTitle: 'Sus respuestas',
  },
}

/** What every language must say: the same keys, with other words. */
export type ResultTexts = typeof resultEs
