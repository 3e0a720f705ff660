const HSTS = "max-age=31536000; includeSubDomains";

/**
 * The headers of every response, errors and files included. Pages of the public
 * have no inline script, so their policy needs no nonce and they can be cached.
 */
export function securityHeaders(options: { nonce: string | null; https: boolean }): Record<string, string> {
  const scripts = options.nonce === null ? "'self'" : `'nonce-${options.nonce}' 'strict-dynamic'`;
  const policy = [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    ...(options.https ? { "Strict-Transport-Security": HSTS } : {}),
  };
}

/** The headers of built files, which are no documents: short, because a first view loads several of them. */
export function fileHeaders(https: boolean): Record<string, string> {
  return {
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(https ? { "Strict-Transport-Security": HSTS } : {}),
  };
}
