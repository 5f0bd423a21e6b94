/** What is coded in a picture makes no sense. */
export class DamagedPicture extends Error {}
