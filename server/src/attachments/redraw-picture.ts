import sharp, { type Sharp } from 'sharp'
import type { AttachmentType } from './sniff-type.ts'

/** Of a picture laid flat; the largest common phone pictures have 50 million. More would cost too much memory to open. */
const PIXELS_MAX = 64_000_000
const AT_ONCE = 2

let working = 0
const waiting: (() => void)[] = []

/**
 * Draws the picture anew into another file: turned the way its camera said, in sRGB, the first frame only, and without
 * anything that is not the picture — place, camera, comments, thumbnails, bytes after its end. False if the file cannot
 * be drawn or is too large to be opened. At most two at a time, since each holds its whole picture in memory.
 */
export async function redrawPicture(from: string, to: string, type: AttachmentType): Promise<boolean> {
  await takeTurn()
  try {
    const picture = sharp(from, { limitInputPixels: PIXELS_MAX, failOn: 'error' }).autoOrient()
    await encode(picture, type).toFile(to)
    return true
  } catch {
    // Whatever the decoder dislikes, the sender can do nothing but send another file.
    return false
  } finally {
    giveTurn()
  }
}

function encode(picture: Sharp, type: AttachmentType): Sharp {
  switch (type) {
    case 'image/png': return picture.png()
    case 'image/webp': return picture.webp({ quality: 88 })
    default: return picture.jpeg({ quality: 88 })
  }
}

async function takeTurn(): Promise<void> {
  if (working >= AT_ONCE) await new Promise<void>((resolve) => { waiting.push(resolve) })
  else working += 1
}

function giveTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else working -= 1
}
