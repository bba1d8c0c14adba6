/** The words of correcting what was finished in Spanish (es-CO). */
export const correctionEs = {
  title: '¿Hay algo por corregir?',
  detail: 'Puede cambiar sus respuestas. La versión anterior se conserva.',
  open: 'Corregir respuestas',
  goOn: 'Continuar la corrección',
  answerMissing: 'Responder lo que falta',
  hasDraft: 'Ya hay una corrección en curso en esta tableta.',
  ofUnknown: 'Corrección de una versión anterior',
  parentFinished: (day: string) => `La versión anterior se finalizó el ${day}.`,
  seeParent: 'Ver la versión anterior',
  draftDetail: 'Cambie solo lo que haga falta. Antes de finalizar verá qué cambió y dirá por qué.',

  changedTitle: (folio: string) => `Qué cambió frente a ${folio}`,
  earlierVersion: 'la versión anterior',
  parentGone: 'La versión anterior ya no está en esta tableta. No podemos mostrar qué cambió.',
  lostContact: {
    title: 'Datos de contacto borrados',
    detail:
      'Esta tableta los borró 90 días después de recibida la encuesta. La corrección queda sin ellos. Si el censo debe tenerlos, escríbalos de nuevo:',
  },
  changedCount: (count: number) => (count === 1 ? 'Cambió 1 respuesta.' : `Cambiaron ${count} respuestas.`),
  changed: 'Cambió',
  before: 'Antes',
  now: 'Ahora',
  notAsked: 'No se pregunta',
  unchanged: 'No ha cambiado ninguna respuesta. Cambie alguna o descarte esta corrección.',
  onlyNotes: 'No cambió ninguna respuesta; solo observaciones o la forma de responder.',
  discard: 'Descartar la corrección',
  why: '¿Por qué corrigió después de ver el resultado?',
  whyUnscored: '¿Por qué corrigió después de finalizar?',
  reasons: {
    mistake: 'Se anotó mal',
    misread: 'Entendimos la pregunta de otra manera',
    record: 'Encontramos un registro o documento',
    other: 'Otro motivo',
  },
  explain: 'Explique el cambio',
  lacksReason: 'Elija el motivo y explique el cambio.',
  lacksCode: 'Elija el motivo.',
  lacksText: 'Explique el cambio.',
  changedBecause: (reason: string) => `Por qué cambió: ${reason}`,

  replaces: 'Si el censo acepta esta corrección, queda en lugar de la versión anterior.',
  bothGoOut: 'La versión anterior todavía no ha salido. Se envían las dos, en orden.',
  parentParked: 'El censo no pudo recibir la versión anterior.',
  parentStays: 'El censo ya tiene la versión anterior y la conserva. Para retirarla, hable con el equipo del censo.',
  parentMayBeThere: 'Tal vez el censo ya tenga la versión anterior. Para retirarla, hable con el equipo del censo.',
  neitherGoesOut: 'La versión anterior tampoco se enviará.',
}

export type CorrectionTexts = typeof correctionEs
