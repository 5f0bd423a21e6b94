import * as vscode from 'vscode';
import { pageHtml } from './page.ts';

/** What a page of ours may do: run its own script, and load nothing from elsewhere. */
export function webviewOptions({ extensionUri }: vscode.ExtensionContext): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'out', 'webview')] };
}

/** The page of the view of that name. */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri, title: string, view: string): string {
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'out', 'webview', file)).toString();
  return pageHtml({
    cspSource: webview.cspSource, nonce: crypto.randomUUID().replaceAll('-', ''), language: vscode.env.language, title,
    script: address(`${view}.js`), styles: [address(`${view}.css`)],
  });
}
