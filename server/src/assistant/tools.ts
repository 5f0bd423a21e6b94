import { type Answer, type Desk, type Tool, readInput } from './tool.ts';
import { checkDataset } from './tools/checkDataset.ts';
import { describeDataset, writeDescription } from './tools/describeDataset.ts';
import { explainFinding } from './tools/explainFinding.ts';
import { measureRisk } from './tools/measureRisk.ts';
import { profileColumn } from './tools/profileColumn.ts';

/** All tools, in the order in which they are of use. */
export const tools: readonly Tool[] = [checkDataset, profileColumn, explainFinding, describeDataset, writeDescription, measureRisk];

/** Runs a tool with arguments as they came. */
export async function runTool(tool: Tool, given: object, desk: Desk): Promise<Answer> {
  const input = readInput(tool, given);
  return 'refused' in input ? input : tool.run(input, desk);
}
