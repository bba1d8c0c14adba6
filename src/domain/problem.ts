import * as z from 'zod/mini'

/** Why something was refused, in both languages, with what a person can do about it. Codes are stable, texts are not. */
export const Problem = z.object({
  code: z.string(),
  status: z.int(),
  es: z.string(),
  en: z.string(),
})
export type Problem = z.infer<typeof Problem>

/** What the sentences of a problem name: a place, a count, an identifier. Never an answer, a token or a secret. */
export type ProblemDetails = Readonly<Record<string, string | number>>

type Sentence = (details: ProblemDetails) => string
type CatalogueEntry = { status: number; es: Sentence; en: Sentence }

const nothingLost = {
  es: 'Nada se pierde: sigue guardado en la tableta.',
  en: 'Nothing is lost: it stays on the device.',
}

const requestProblems = {
  'not-found': {
    status: 404,
    es: (d) => `No existe ${d.path} en este servidor. Revise la dirección.`,
    en: (d) => `There is no ${d.path} on this server. Check the address.`,
  },
  'request-malformed': {
    status: 400,
    es: (d) => `La solicitud no tiene la forma esperada (${d.place}). Actualice la aplicación e intente de nuevo.`,
    en: (d) => `The request does not have the expected shape (${d.place}). Update the app and try again.`,
  },
  'media-type-unsupported': {
    status: 415,
    es: (d) => `Este servidor no lee «${d.type}» aquí; espera ${d.expected}.`,
    en: (d) => `This server does not read "${d.type}" here; it expects ${d.expected}.`,
  },
  'encoding-unsupported': {
    status: 415,
    es: (d) => `Este servidor no lee la codificación «${d.encoding}»; envíe gzip o sin comprimir.`,
    en: (d) => `This server does not read the encoding "${d.encoding}"; send gzip or uncompressed.`,
  },
  'gzip-damaged': {
    status: 400,
    es: () => `El envío comprimido llegó dañado o incompleto. Envíelo de nuevo. ${nothingLost.es}`,
    en: () => `The compressed body arrived damaged or incomplete. Send it again. ${nothingLost.en}`,
  },
  'body-too-large': {
    status: 413,
    es: (d) => `El envío pasa de ${d.limit}. Envíe menos evaluaciones cada vez. ${nothingLost.es}`,
    en: (d) => `The body is larger than ${d.limit}. Send fewer submissions at a time. ${nothingLost.en}`,
  },
  'lines-out-of-range': {
    status: 422,
    es: (d) => `Un envío lleva de 1 a ${d.limit} líneas y este tiene ${d.lines}. ${nothingLost.es}`,
    en: (d) => `A body carries 1 to ${d.limit} lines and this one has ${d.lines}. ${nothingLost.en}`,
  },
  'not-enrolled': {
    status: 401,
    es: () => `Esta tableta no está vinculada al censo. Pida una invitación a su coordinación. ${nothingLost.es}`,
    en: () => `This device is not enrolled. Ask your coordinator for an invite. ${nothingLost.en}`,
  },
  'device-revoked': {
    status: 403,
    es: () => `Se retiró el permiso de esta tableta. Llame al equipo del censo. ${nothingLost.es}`,
    en: () => `This device's permission was withdrawn. Call the census team. ${nothingLost.en}`,
  },
  'invite-unknown': {
    status: 403,
    es: () => 'Esta invitación no existe. Revise que el enlace esté completo o pida uno nuevo.',
    en: () => 'This invite does not exist. Check that the link is complete, or ask for a new one.',
  },
  'invite-used': {
    status: 403,
    es: () => 'Esta invitación ya se usó. Cada una sirve una sola vez: pida otra.',
    en: () => 'This invite has been used. Each works once: ask for another.',
  },
  'invite-expired': {
    status: 403,
    es: () => 'Esta invitación venció. Vale 72 horas: pida otra.',
    en: () => 'This invite has expired. It is valid for 72 hours: ask for another.',
  },
  'too-many-requests': {
    status: 429,
    es: () => `Hay demasiadas solicitudes seguidas. Espere un minuto. ${nothingLost.es}`,
    en: () => `Too many requests in a row. Wait a minute. ${nothingLost.en}`,
  },
  'server-busy': {
    status: 503,
    es: () => `El servidor está ocupado o cerrando. Intente más tarde. ${nothingLost.es}`,
    en: () => `The server is busy or closing down. Try again later. ${nothingLost.en}`,
  },
  'storage-full': {
    status: 507,
    es: () => `El servidor no tiene espacio para guardar. Avise al equipo del censo. ${nothingLost.es}`,
    en: () => `The server has no room left to store. Tell the census team. ${nothingLost.en}`,
  },
  'server-fault': {
    status: 500,
    es: () => `El servidor falló y no guardó este envío. Intente más tarde. ${nothingLost.es}`,
    en: () => `The server failed and stored nothing of this. Try again later. ${nothingLost.en}`,
  },
} satisfies Record<string, CatalogueEntry>

const lineProblems = {
  'line-not-json': {
    status: 422,
    es: () => `Esta línea no es JSON en UTF-8. ${nothingLost.es}`,
    en: () => `This line is not JSON in UTF-8. ${nothingLost.en}`,
  },
  'line-not-canonical': {
    status: 422,
    es: () => `Esta línea no está en la forma canónica de RFC 8785. ${nothingLost.es}`,
    en: () => `This line is not in the canonical form of RFC 8785. ${nothingLost.en}`,
  },
  'line-too-long': {
    status: 422,
    es: (d) => `Esta línea pasa de ${d.limit}. ${nothingLost.es}`,
    en: (d) => `This line is longer than ${d.limit}. ${nothingLost.en}`,
  },
  'line-too-deep': {
    status: 422,
    es: (d) => `Esta línea anida más de ${d.limit} niveles. ${nothingLost.es}`,
    en: (d) => `This line nests more than ${d.limit} levels. ${nothingLost.en}`,
  },
  'line-too-many-keys': {
    status: 422,
    es: (d) => `Esta línea tiene más de ${d.limit} claves. ${nothingLost.es}`,
    en: (d) => `This line has more than ${d.limit} keys. ${nothingLost.en}`,
  },
  'line-key-too-long': {
    status: 422,
    es: (d) => `Esta línea tiene una clave de más de ${d.limit} caracteres. ${nothingLost.es}`,
    en: (d) => `This line has a key of more than ${d.limit} characters. ${nothingLost.en}`,
  },
  'line-unstorable-text': {
    status: 422,
    es: () => `Esta línea contiene un carácter nulo o medio carácter, que no se pueden guardar. ${nothingLost.es}`,
    en: () => `This line holds a NUL or half a character, which cannot be stored. ${nothingLost.en}`,
  },
  'line-wrong-shape': {
    status: 422,
    es: (d) => `Esta línea no es una evaluación del formato 1 (${d.place}). ${nothingLost.es}`,
    en: (d) => `This line is no submission of format 1 (${d.place}). ${nothingLost.en}`,
  },
  'not-to-be-sent': {
    status: 422,
    es: () => 'No se autorizó compartir esta evaluación, por eso el servidor no la recibe. Sigue en la tableta.',
    en: () => 'Sharing this submission was not authorised, so the server does not take it. It stays on the device.',
  },
  'other-bytes-stored': {
    status: 409,
    es: () => `El servidor ya tiene otra evaluación con este identificador y la conserva. ${nothingLost.es}`,
    en: () => `The server already has another submission with this identifier and keeps it. ${nothingLost.en}`,
  },
} satisfies Record<string, CatalogueEntry>

const quarantineProblems = {
  'cluster-unknown': {
    status: 200,
    es: (d) => `La iniciativa ${d.clusterId} no está en el registro. Se guardó; el equipo del censo la revisará.`,
    en: (d) => `Cluster ${d.clusterId} is not in the register. It is stored; the census team will look at it.`,
  },
  'cluster-unregistered': {
    status: 200,
    es: () =>
      'La iniciativa se nombró en la tableta y no está en el registro. Se guardó; el equipo del censo la revisará.',
    en: () =>
      'The cluster was named on the device and is not in the register. It is stored; the census team will look at it.',
  },
  'cluster-out-of-scope': {
    status: 200,
    es: (d) => `Esta tableta no cubre la iniciativa ${d.clusterId}. Se guardó; el equipo del censo la revisará.`,
    en: (d) => `This device does not cover cluster ${d.clusterId}. It is stored; the census team will look at it.`,
  },
  'edition-unknown': {
    status: 200,
    es: (d) => `El servidor aún no conoce el cuestionario ${d.edition}. Se guardó y se revisará al actualizarlo.`,
    en: (d) =>
      `The server does not know questionnaire ${d.edition} yet. It is stored and will be checked after an update.`,
  },
  'sender-revoked': {
    status: 200,
    es: () => 'Se retiró el permiso de esta tableta. Se guardó aparte; llame al equipo del censo.',
    en: () => "This device's permission was withdrawn. It is stored apart; call the census team.",
  },
  'answers-at-fault': {
    status: 200,
    es: (d) => `Algunas respuestas no cumplen las reglas del cuestionario (${d.faults}). Se guardó; se revisará.`,
    en: (d) => `Some answers break the rules of the questionnaire (${d.faults}). It is stored and will be looked at.`,
  },
} satisfies Record<string, CatalogueEntry>

const catalogue = { ...requestProblems, ...lineProblems, ...quarantineProblems }

export type ProblemCode = keyof typeof catalogue

/** The problem of this code, its sentences completed with the details. */
export function problemOf(code: ProblemCode, details: ProblemDetails = {}): Problem {
  const entry: CatalogueEntry = catalogue[code]
  return { code, status: entry.status, es: entry.es(details), en: entry.en(details) }
}

/** Thrown where a whole request is refused; the server's one error boundary turns it into the reply. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.en)
    this.name = 'Refusal'
    this.problem = problem
  }
}

/** A {@link Refusal} from the catalogue, to be thrown. */
export function refusal(code: ProblemCode, details: ProblemDetails = {}): Refusal {
  return new Refusal(problemOf(code, details))
}
