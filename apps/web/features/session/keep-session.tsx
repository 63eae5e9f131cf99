'use client';

import { useEffect } from 'react';

/** Renews the session while its owner works: the API's answers to queries never set cookies, this call may. */
export function KeepSession() {
  useEffect(() => {
    void fetch('/api/auth/get-session')
      .then((response) => response.text())
      .catch(() => {});
  }, []);
  return null;
}
