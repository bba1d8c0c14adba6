/** The words of what stays on the tablet, how it is deleted and what waits too long, in Spanish (es-CO). */
export const retentionEs = {
  delete: 'Borrar de esta tableta',
  deleteNamed: (cluster: string) => `Borrar de esta tableta: ${cluster}`,
  titles: {
    received: '¿Borrar esta copia?',
    unsent: '¿Borrar esta encuesta sin enviarla?',
    kept: '¿Borrar esta autoevaluación?',
  },
  details: {
    received: 'El censo ya la tiene. En esta tableta se borran las respuestas, el resultado y el plan.',
    unsent: 'El censo no recibirá estas respuestas y no se pueden recuperar. Solo sabrá que ese folio ya no se usa.',
    kept: 'Solo está en esta tableta y no hay otra copia. No se puede recuperar.',
  },
  tried:
    'Estas respuestas no se pueden recuperar. Ya se intentó enviarlas: si el censo alcanzó a recibirlas, las conserva.',
  typeFolio: 'Para confirmar, escriba los 4 últimos caracteres del folio.',
  folioFault: 'No coincide. Escriba los 4 últimos caracteres del folio de arriba.',
  confirm: 'Borrar',
  cancel: 'Conservarla',
  outcomes: {
    sending: 'Se está enviando en este momento. Espere a que termine e intente de nuevo.',
    received: 'El censo acaba de recibirla. Lea otra vez antes de borrar.',
    between: 'Hay una corrección posterior que parte de esta. Borre primero esa corrección.',
    failed: 'No se pudo borrar. Intente de nuevo.',
  },
  copies: {
    title: 'Copias recibidas',
    hint: 'El censo ya tiene estas encuestas. Puede borrar las copias viejas de esta tableta.',
    blanked:
      'El nombre y el correo de quien respondió se borran automáticamente 90 días después de recibida la encuesta.',
    days: 'Borrar las copias recibidas hace…',
    olderThan: {
      30: 'Más de 30 días',
      90: 'Más de 90 días',
      180: 'Más de 180 días',
      365: 'Más de un año',
    },
    none: 'No hay copias recibidas hace tanto tiempo.',
    delete: (count: number) => (count === 1 ? 'Borrar 1 copia recibida' : `Borrar ${count} copias recibidas`),
    confirmTitle: (count: number) => (count === 1 ? '¿Borrar 1 copia?' : `¿Borrar ${count} copias?`),
    confirmDetail:
      'El censo ya las tiene. En esta tableta se borran las respuestas, los resultados y los planes. No se pueden recuperar aquí.',
    typeCount: (count: number) => `Para confirmar, escriba cuántas copias se borran: ${count}`,
    countFault: 'No coincide. Escriba el número de copias.',
    cancel: 'Conservarlas',
    done: 'Copias borradas.',
  },
  tooLate: 'El censo ya la tenía cuando usted la borró. Para borrarla allá, escriba a quien responde por los datos.',
  reminder: {
    label: 'Recordatorio de hoy',
    finished: (count: number) =>
      count === 1
        ? 'Hay 1 encuesta de hace más de 3 días que todavía no tiene el censo.'
        : `Hay ${count} encuestas de hace más de 3 días que todavía no tiene el censo.`,
    drafts: (count: number) =>
      count === 1
        ? 'Hay 1 borrador de hace más de 3 días. Termínelo o descargue una copia.'
        : `Hay ${count} borradores de hace más de 3 días. Termínelos o descargue una copia.`,
    send: 'Enviar o entregar un archivo',
  },
  understood: 'Entendido',
  whoAnswers: 'Ver quién responde por los datos',
}

export type RetentionTexts = typeof retentionEs
