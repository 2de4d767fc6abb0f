/**
 * Names of the files that offices publish. One list of endings for every reader that must tell a file from a page by
 * its address or its name; what a file really is, its bytes say.
 */
const PAPER = 'docx?|xlsx?|pptx?|pdf|wps|et|ofd|rtf'

/** An address whose last part is a paper's name: something to read, no pack of files. */
export const PAPER_ADDRESS = new RegExp(`\\.(?:${PAPER})(?:$|[?#&])`, 'i')

/** An address whose last part is a file's name. */
export const FILE_ADDRESS = new RegExp(`\\.(?:${PAPER}|zip|rar|7z)(?:$|[?#&])`, 'i')

/** Words that end as a file's name does: 申请表.docx. */
export const FILE_NAME = new RegExp(`[^.\\s]\\.(?:${PAPER}|zip|rar|7z)\\s*$`, 'i')
