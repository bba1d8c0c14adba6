/** Where in the top bar an open draft shows whose it is and whether it is saved. */
export const draftPlaceId = 'bar-draft'
