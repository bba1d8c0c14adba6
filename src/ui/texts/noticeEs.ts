/** The privacy notice in Spanish (es-CO), but for who answers for the data: that comes from the census. */
export const noticeEs = {
  title: 'Aviso de privacidad',
  model: 'Este texto es un modelo. Quien responde por los datos debe confirmarlo.',
  purposes: 'Para qué se usan los datos',
  purposesIntro: 'Cada finalidad se autoriza por separado y nada viene marcado.',
  purposeList: [
    { name: 'Su autoevaluación', detail: 'El resultado se calcula en esta tableta y no necesita autorización.' },
    { name: 'Estadísticas nacionales', detail: 'Resultados agrupados de todas las iniciativas, si autoriza el envío.' },
    { name: 'Seguimiento', detail: 'Saber quién respondió y escribirle para aclarar respuestas, si lo autoriza.' },
    { name: 'Directorio', detail: 'Nombre, departamento, sector y etapa de la iniciativa, si lo autoriza.' },
    { name: 'Datos abiertos', detail: 'Las respuestas sin nombres ni identificadores, si lo autoriza.' },
  ],
  optional: 'Qué es voluntario',
  optionalList: [
    'Responder es voluntario y puede parar cuando quiera.',
    'Su nombre y su correo son opcionales, aunque autorice su uso.',
    'Si no autoriza el envío, las respuestas se quedan en esta tableta. De todas formas verá su resultado.',
    'No pedimos datos sensibles ni de menores de edad. No los escriba en los textos.',
  ],
  rights: 'Sus derechos',
  rightsIntro: 'Son los del artículo 8 de la Ley 1581 de 2012.',
  rightsList: [
    'Conocer, actualizar y corregir sus datos.',
    'Pedir prueba de la autorización que dio.',
    'Saber qué uso se ha dado a sus datos.',
    'Presentar quejas ante la Superintendencia de Industria y Comercio.',
    'Retirar la autorización o pedir que se borren sus datos.',
    'Consultar sus datos sin costo.',
  ],
  channel: 'Cómo ejercerlos',
  channelDetail: 'Escriba, llame o visite a quien responde por los datos. Pídale también la política de tratamiento.',
  channelUnknown: 'Mientras no se conozca quién responde por los datos, pregunte en su cámara de comercio.',
  deadlines: 'La ley da 10 días hábiles para responder consultas y 15 para reclamos.',
  retention: 'Por cuánto tiempo se guardan',
  retentionList: [
    'En esta tableta, su nombre y su correo se borran 90 días después de recibida la encuesta.',
    'La copia de las respuestas queda en esta tableta hasta que una persona la borre.',
    'En el censo, los datos de contacto se borran 12 meses después de cerrar la ronda, salvo nueva autorización.',
    'El censo conserva las respuestas sin nombre ni correo.',
  ],
  version: 'Versión y fecha',
  writtenOn: (date: string) => `Texto del ${date}.`,
  heardOn: (when: string) => `Última conexión con el censo: ${when}`,
  back: 'Volver',
}

export type NoticeTexts = typeof noticeEs
