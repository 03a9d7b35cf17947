import { filePath } from '../stored/readings.js';
import type { JsonObject } from '../../source/json.js';

/**
 * A row of the device timeline that Defender's portal exports, as one of advanced hunting: the names of columns
 * are the same as words, and paths are without the names of files. Null if it is none.
 * https://learn.microsoft.com/en-us/defender-endpoint/device-timeline-event-flag
 */
export function ofDeviceTimeline(json: JsonObject): JsonObject | null {
  const { 'Event Time': Timestamp, 'Computer Name': DeviceName, 'Machine Id': DeviceId } = json;
  if (Timestamp === undefined || DeviceId === undefined) return null;
  const columns = Object.entries(json).map(([words, value]): [string, unknown] => {
    const folder = FOLDER.exec(words);
    return [columnOf(words), folder ? withFile(value, json[`${folder[1]}File Name`]) : value];
  });
  return { ...Object.fromEntries(columns), Timestamp, DeviceName, DeviceId };
}

const FOLDER = /^(.*)Folder Path$/;

function columnOf(words: string): string {
  return words.replaceAll(' ', '').replace(/^Sha/, 'SHA');
}

function withFile(folder: unknown, name: unknown): unknown {
  return typeof folder === 'string' && typeof name === 'string' ? filePath(folder, name) : folder;
}
