// What the bench uses of the DevTools protocol: https://chromedevtools.github.io/devtools-protocol/

/** The results of commands. */
export interface Results {
  "Browser.close": void;
  "Emulation.setCPUThrottlingRate": void;
  "Emulation.setDeviceMetricsOverride": void;
  "Emulation.setTouchEmulationEnabled": void;
  "HeapProfiler.collectGarbage": void;
  "HeapProfiler.enable": void;
  "Input.dispatchTouchEvent": void;
  "Network.emulateNetworkConditions": void;
  "Network.enable": void;
  "Page.addScriptToEvaluateOnNewDocument": { identifier: string };
  /** In base64. */
  "Page.captureScreenshot": { data: string };
  "Page.enable": void;
  "Page.navigate": { errorText?: string };
  "Performance.enable": void;
  "Performance.getMetrics": { metrics: { name: string; value: number }[] };
  "Runtime.addBinding": void;
  "Runtime.enable": void;
  "Runtime.evaluate": { result: { value?: unknown }; exceptionDetails?: { text: string; exception?: { description?: string } } };
  /** In bytes. */
  "Runtime.getHeapUsage": { usedSize: number };
  "Target.attachToTarget": { sessionId: string };
  "Target.createBrowserContext": { browserContextId: string };
  "Target.createTarget": { targetId: string };
  "Target.disposeBrowserContext": void;
}

interface NetworkEvent {
  requestId: string;
  /** In seconds, on the clock of `NavigationStart`. */
  timestamp: number;
  /** In bytes, as transferred. */
  encodedDataLength: number;
}

/** What events carry. */
export interface Events {
  "Network.dataReceived": NetworkEvent;
  "Network.loadingFailed": { requestId: string; errorText: string };
  "Network.loadingFinished": NetworkEvent;
  "Network.requestServedFromCache": { requestId: string };
  "Network.requestWillBeSent": { requestId: string; timestamp: number; request: { url: string } };
  "Network.responseReceived": { requestId: string; response: { encodedDataLength: number } };
  "Page.loadEventFired": object;
  "Runtime.bindingCalled": { payload: string };
}

export type Send = <Method extends keyof Results>(method: Method, params?: object) => Promise<Results[Method]>;
export type On = <Method extends keyof Events>(method: Method, listener: (params: Events[Method]) => void) => void;

export interface Tab {
  send: Send;
  on: On;
  close: () => Promise<void>;
}

export interface Browser {
  tab: () => Promise<Tab>;
  close: () => Promise<void>;
  /** Of the DevTools protocol. */
  port: number;
}
