/** XML takes no control characters and no half of a pair; a text that has them would make a file that Word and Excel refuse. */
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export const xmlText = (text: string): string => text.replaceAll(refused, '')
