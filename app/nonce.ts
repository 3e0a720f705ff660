import { createContext, useContext } from "react";

/** The nonce of this response's scripts; empty in the browser, which hides it. */
export const NonceContext = createContext<string>("");
export const useNonce = (): string => useContext(NonceContext);
