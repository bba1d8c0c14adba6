/** Which build of the app this is, by what it was made from; stands in every submission and greeting. */
export const build: string = import.meta.env.VITE_BUILD ?? 'dev'
